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
