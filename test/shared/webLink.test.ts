import { expect, test } from 'vitest'
import { linkInWords, linkToOriginal } from '../../shared/content/webLink.ts'

const here = 'https://candor.example'
const original = `${here}/api/postmortems/p1/evidence/e1/file`

test('an original that is kept here is called what it came from, any other link its host', () => {
  expect(linkInWords(linkToOriginal(original, 'Slack export'), here)).toBe('Slack export')
  expect(linkInWords(original, here)).toBe('evidence')
  expect(linkInWords('https://www.grafana.example/d/1#Slack', here)).toBe('grafana.example')
})

test('a link elsewhere cannot borrow the name of an original, and a broken one is still shown', () => {
  const elsewhere = linkToOriginal(original.replace('candor', 'evil'), 'Slack export')
  expect(linkInWords(elsewhere, here)).toBe('evil.example')
  expect(linkInWords(`${original}#%E0%A4%A`, here)).toBe('evidence')
  expect(linkInWords('not a link', here)).toBe('not a link')
})
