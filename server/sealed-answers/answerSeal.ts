import * as z from 'zod/mini'
import { type PersonId, personId } from '../../shared/ids.ts'
import type { Seal } from '../createSeal.ts'

const writtenAnswer = z.object({ text: z.string(), by: z.nullable(personId) })
export type WrittenAnswer = { text: string; by: PersonId | null }

/** So that what lies in the database does not tell how much somebody wrote. */
const PAD_TO_BYTES = 1_024

export type AnswerSeal = {
  close: (answer: WrittenAnswer) => string
  /** Null where it was sealed with another key. */
  open: (sealed: string) => WrittenAnswer | null
}

export const createAnswerSeal = ({ close, open }: Seal): AnswerSeal => ({
  close: (answer) => {
    const json = JSON.stringify(answer)
    const missing = PAD_TO_BYTES - (Buffer.byteLength(json) % PAD_TO_BYTES)
    return close(json + ' '.repeat(missing))
  },
  open: (sealed) => {
    const json = open(sealed)
    return json === null ? null : writtenAnswer.parse(JSON.parse(json))
  },
})
