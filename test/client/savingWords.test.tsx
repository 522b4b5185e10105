import { expect, test } from 'vitest'
import { saveStateInWords } from '../../client/features/saving/saveStateInWords.ts'
import { savingSpoken } from '../../client/features/saving/savingSpoken.ts'
import type { SaveState } from '../../client/room/saveState.ts'

const saved: SaveState = { is: 'saved' }
const quiet: SaveState = { is: 'saving', reached: 'device', isQuiet: true }
const offline = (changes: number): SaveState => ({ is: 'offline', changes })
const spoken = (from: SaveState, to: SaveState) => savingSpoken(from, to, 'Maren')?.text ?? null

test('a short save makes no words, a long one says how far it got', () => {
  expect(saveStateInWords(quiet, null).words).toBe('')
  expect(saveStateInWords({ is: 'saving', reached: 'device', isQuiet: false }, null)).toMatchObject({
    words: 'Saving…',
    aside: 'on this device',
  })
  expect(saveStateInWords({ is: 'saving', reached: 'server', isQuiet: false }, null).aside).toBe('received')
})

test('trouble counts what is kept on this device', () => {
  expect(saveStateInWords(offline(7), null).words).toBe('Working offline — 7 changes kept on this device')
  expect(saveStateInWords({ is: 'reconnecting', changes: 1 }, null).aside).toBe(
    '1 change kept on this device',
  )
  expect(saveStateInWords({ is: 'merged', changes: 7, movedTo: null, edits: 0 }, null).words).toBe(
    'Back online. 7 changes merged and saved',
  )
  expect(saveStateInWords({ is: 'reading' }, 'Maren').words).toBe('Reading. Ask Maren to edit')
})

test('what happened meanwhile comes before one’s own changes', () => {
  const merged = (changes: number, movedTo: string | null, edits: number) =>
    saveStateInWords({ is: 'merged', changes, movedTo, edits }, null)
  expect(merged(0, 'Causes', 12).words).toBe('Caught up: moved to Causes, 12 edits')
  expect(merged(2, null, 1)).toMatchObject({ words: 'Caught up: 1 edit', aside: 'Your 2 changes saved' })
  expect(merged(0, 'Causes', 0).words).toBe('Caught up: moved to Causes')
})

test('saving in the ordinary way is never spoken', () => {
  expect(spoken(saved, quiet)).toBeNull()
  expect(spoken(quiet, saved)).toBeNull()
})

test('saved is spoken after trouble, and offline again only at every tenth change', () => {
  expect(spoken({ is: 'held', changes: 1 }, saved)).toBe('Saved')
  expect(spoken({ is: 'reconnecting', changes: 2 }, offline(2))).toContain('Working offline — 2 changes')
  expect(spoken(offline(2), offline(9))).toBeNull()
  expect(spoken(offline(9), offline(10))).toContain('10 changes')
})

test('only a server that cannot write interrupts', () => {
  expect(savingSpoken(saved, { is: 'held', changes: 1 }, null)?.urgency).toBe('assertive')
  expect(savingSpoken(saved, offline(1), null)?.urgency).toBe('polite')
})
