import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('client/design/tokens.css', 'utf8')
const grounds = ['surface', 'canvas', 'sunken', 'raised', 'hover', 'selected']
const people = [1, 2, 3, 4, 5, 6, 7, 8]

const on = (texts: string[], ground: string): [string, string][] => texts.map((text) => [text, ground])

/** Text and its ground, each pair somewhere on a screen. WCAG 2.2 AA asks 4.5. */
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) => on(['ink', 'ink-2', 'ink-3', 'accent'], ground)),
  ...['surface', 'canvas', 'raised'].flatMap((ground) =>
    on(['fact', 'interp', 'question', 'late', 'overrun'], ground),
  ),
  ...on(['accent', 'ink', 'ink-2'], 'accent-soft'),
  ...['fact', 'interp', 'question', 'late', 'overrun'].flatMap((kind) =>
    on([kind, 'ink', 'ink-2'], `${kind}-soft`),
  ),
  ...['accent-fill', 'accent-fill-2', 'overrun-fill', 'stage-side'].flatMap((fill) => on(['on-fill'], fill)),
  ...people.flatMap((n): [string, string][] => [
    ['on-person', `p${n}`],
    [`p${n}`, `p${n}-soft`],
  ]),
]

/** Rings, outlines and boundaries, and what lies past the horizon: 3. */
const markPairs: [string, string][] = [
  ...people.flatMap((n) => on([`p${n}`], 'surface')),
  ...['surface', 'canvas', 'raised', 'sunken'].flatMap((ground) => on(['line-control', 'focus'], ground)),
  ...['surface', 'canvas'].flatMap((ground) => on(['ink-beyond'], ground)),
  ...on(['d1', 'd2', 'd3', 'd4'], 'surface'),
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(textPairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(markPairs)('%s can be made out on %s', (mark, ground) => {
    expect(contrast(colour(mark, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

test('the words of a short message can be read on its dark ground', () => {
  const toast = readFileSync('client/ui/Toasts.module.css', 'utf8')
  const [, light = '', dark = ''] = /background: light-dark\((#\w{6}), (#\w{6})\)/i.exec(toast) ?? []
  const texts = [...toast.matchAll(/^\s+color: (#\w{3,6});/gim)].map(([, hex = '']) => hex)
  expect(texts.length).toBeGreaterThan(2)
  for (const text of texts) {
    expect(contrast(text, light)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(text, dark)).toBeGreaterThanOrEqual(4.5)
  }
})

function colour(token: string, theme: 'light' | 'dark'): string {
  const [, light, dark] = new RegExp(`--${token}:\\s*light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? []
  const found = theme === 'light' ? light : dark
  if (!found) throw new Error(`tokens.css has no colour --${token}`)
  return found
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(full.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
