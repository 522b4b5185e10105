import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contentDocumentName,
  parseDocumentName,
  presenceDocumentName,
} from '../../shared/wire/documentNames.ts'
import { asPostmortem } from './ids.ts'

test('the names we write are the names we read', () => {
  const id = asPostmortem('p-1_A')
  expect(parseDocumentName(contentDocumentName(id))).toEqual({ kind: 'content', postmortemId: id })
  expect(parseDocumentName(presenceDocumentName(id))).toEqual({ kind: 'presence', postmortemId: id })
})

test.each([
  '',
  'content',
  'content.',
  '.p1',
  'Content.p1',
  'content.p1.',
  'content.p1.p2',
  'content.../secrets',
  'content.p 1',
  'content.p1\n',
  'content.p1\u0000',
  'content.%2e%2e',
  'meeting.p1',
  '__proto__.p1',
  'constructor.p1',
  `content.${'x'.repeat(65)}`,
])('%j names no document', (name) => {
  expect(parseDocumentName(name)).toBeNull()
})

test('any other name either is none or is exactly the one we would write', () => {
  const parts = fc.array(fc.constantFrom('content', 'presence', '.', 'p1', ' ', '\n', '/', 'é'), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        parts.map((all) => all.join('')),
      ),
      (name) => {
        const parsed = parseDocumentName(name)
        if (parsed) expect(`${parsed.kind}.${parsed.postmortemId}`).toBe(name)
      },
    ),
    { numRuns: 500 },
  )
})
