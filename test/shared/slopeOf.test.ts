import { expect, test } from 'vitest'
import { slopeOf } from '../soak/slopeOf.ts'

test('a slope is what is gained for each step, whatever jumps around it', () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 10 + 3 * x }))
  expect(slopeOf(line)).toBeCloseTo(3)
  const noisy = line.map(({ x, y }) => ({ x, y: y + (x % 3 === 0 ? 0.5 : -0.5) }))
  expect(slopeOf(noisy)).toBeCloseTo(3)
  expect(slopeOf(line.map(({ x }) => ({ x, y: 7 })))).toBe(0)
  expect(slopeOf(line.slice(0, 1))).toBeNaN()
})
