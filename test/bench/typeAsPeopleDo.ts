import type * as Y from 'yjs'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import type { SeededRandom } from '../harness/seededRandom.ts'

const words =
  'the pool was full before anyone could see it and nobody had a dashboard for checkout until alerts fired on latency'.split(
    ' ',
  )
const SLIPS = 0.05

/** At the end of a text, one letter in one update; one in twenty is wrong and taken back. */
export function typeAsPeopleDo(
  text: Y.Text | null,
  length: number,
  random: SeededRandom,
  by: EditOrigin,
): void {
  if (!text?.doc) throw new Error('The text to type into is missing.')
  const { doc } = text
  let written = ''
  while (written.length < length) written += `${random.pick(words)} `
  for (const letter of written) {
    if (random.next() < SLIPS) {
      doc.transact(() => text.insert(text.length, 'x'), by)
      doc.transact(() => text.delete(text.length - 1, 1), by)
    }
    doc.transact(() => text.insert(text.length, letter), by)
  }
}

/** A few words inside a text give way to others, letter by letter. */
export function retypeInside(text: Y.Text, random: SeededRandom, by: EditOrigin): void {
  const { doc } = text
  if (!doc || text.length === 0) return
  const at = random.between(0, text.length - 1)
  const removed = Math.min(text.length - at, random.between(8, 50))
  doc.transact(() => text.delete(at, removed), by)
  for (let typed = 0; typed < removed; typed++) {
    doc.transact(() => text.insert(at + typed, random.pick(letters)), by)
  }
}

const letters = [...'etaoinshrdlu ']
