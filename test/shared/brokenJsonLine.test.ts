import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenJsonLine } from '../../shared/evidence/brokenJsonLine.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['{\n "a": 1,\n "b": 2,\n}', 4],
  ['{\n "a": nope\n}', 2],
  ['{\n "a": 1\n "b": 2\n}', 3],
  ['{\n "a": "no end\n}', 2],
  ['{\n "a": [1,\n 2', 3],
  ['{\n "a": [1,\n 2\n\n\n', 3],
  ['{\n "a": [1}\n}', 2],
  ['{\n "a": "\\q"\n}', 2],
  ['{\n "a": 01\n}', 2],
  ['{\n a: 1\n}', 2],
  ['{}\n{}', 2],
  ['', 1],
] as const)('%j breaks in line %i', (text, line) => {
  expect(brokenJsonLine(text)).toBe(line)
})

test('it finds a break exactly where there is one: every other text is JSON', () => {
  const damage = fc.record({
    at: fc.nat(),
    remove: fc.nat({ max: 3 }),
    insert: fc.constantFrom(
      '',
      '',
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      '0',
      '-',
      'e',
      '.',
      'null',
      '\u00a0',
      '\u0001',
    ),
  })
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat({ max: 2 }),
      fc.array(damage, { maxLength: 3 }),
      (json, indent, damages) => {
        const text = damages.reduce(
          (whole, { at, remove, insert }) => {
            const from = at % (whole.length + 1)
            return whole.slice(0, from) + insert + whole.slice(from + remove)
          },
          JSON.stringify(JSON.parse(json), null, indent),
        )
        expect(brokenJsonLine(text) === null).toBe(isJson(text))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('two million characters on one line are read in no time and no stack', () => {
  expect(brokenJsonLine(`["${'x\\n'.repeat(600_000)}"]`)).toBeNull()
  expect(brokenJsonLine('['.repeat(1_000_000))).toBe(1)
})
