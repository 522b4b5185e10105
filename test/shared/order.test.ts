import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ORDER_KEY } from '../../shared/content/fields.ts'
import { byOrderKey, orderKeyAfter, orderKeyAtEnd } from '../../shared/content/order.ts'

type Placed = { id: string; key: string }
const idsInOrder = (placed: readonly Placed[]) => placed.toSorted(byOrderKey).map(({ id }) => id)

test('whatever is put after whatever, it stands right behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), (places) => {
      let placed: Placed[] = []
      places.forEach((place, number) => {
        const after = placed[place % (placed.length + 1)]?.id ?? null
        const key = orderKeyAfter(placed, after)
        placed = [...placed, { id: `r${number}`, key }].toSorted(byOrderKey)
        const ids = idsInOrder(placed)
        expect(ids.indexOf(`r${number}`)).toBe(after === null ? 0 : ids.indexOf(after) + 1)
      })
    }),
  )
})

test('what is put after something that is gone goes first', () => {
  const placed = [{ id: 'a', key: 'a1' }]
  expect(orderKeyAfter(placed, 'gone') < 'a1').toBe(true)
})

test('two records with one key are told apart by id, the same for everyone', () => {
  const twins = [
    { id: 'b', key: 'a0' },
    { id: 'a', key: 'a0' },
  ]
  expect(idsInOrder(twins)).toEqual(['a', 'b'])
  const three = [...twins.toSorted(byOrderKey), { id: 'c', key: 'a1' }]
  const key = orderKeyAfter(three, 'a')
  expect([key > 'a0', key < 'a1']).toEqual([true, true])
})

test('keys a stranger wrote are no obstacle: there is always a key, and one that is read', () => {
  const strange = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('', 'a0', 'Zz', 'a00', 'zzzzzzzzzzzzzzzzzzzzzzzzzzz', `a0${'V'.repeat(998)}`),
    fc.constant(`${'z'.repeat(MOST_ORDER_KEY)}`),
  )
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 5 }), fc.nat({ max: 5 }), (keys, after) => {
      const placed = keys.map((key, number) => ({ id: String(number), key })).toSorted(byOrderKey)
      for (const key of [orderKeyAfter(placed, placed[after]?.id ?? null), orderKeyAtEnd(placed)]) {
        expect(key.length).toBeGreaterThan(0)
        expect(key.length).toBeLessThanOrEqual(MOST_ORDER_KEY)
      }
    }),
    { numRuns: 300 },
  )
})

test('between two keys so long that the next would not be read, a record goes to the end instead of out of sight', () => {
  const long = `a0${'V'.repeat(MOST_ORDER_KEY - 2)}`
  const placed = [
    { id: 'a', key: long },
    { id: 'b', key: `${long.slice(0, -1)}W` },
  ]
  const key = orderKeyAfter(placed, 'a')
  expect(key.length).toBeLessThanOrEqual(MOST_ORDER_KEY)
  expect(idsInOrder([...placed, { id: 'new', key }]).at(-1)).toBe('new')
})
