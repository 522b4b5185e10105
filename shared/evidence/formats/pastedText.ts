import { noAnswers } from '../evidenceDraft.ts'
import type { EvidenceFormat } from '../evidenceFormat.ts'
import { farFromOthers } from '../farFromOthers.ts'
import { htmlText } from '../htmlText.ts'
import { isBinary } from '../isBinary.ts'
import { draftOfEntry } from '../pasted/pastedEntry.ts'
import { readPasted } from '../pasted/readPasted.ts'

/** Any text with times in it: notes, lists and tables in Markdown, a chat that was copied, lines of a log. */
export const pastedText: EvidenceFormat = {
  name: 'pasted-text',
  label: 'text',
  recognises: ({ text, documents }) =>
    documents.length === 0 && !looksLikeJson(text) && !isBinary(text) && hasTimes(withoutTags(text)),
  read: ({ text }, answers, onCount) => {
    const { entries, untimed } = readPasted(withoutTags(text), answers, onCount)
    const all = entries.map((entry) => ({ draft: draftOfEntry(entry), entry }))
    const drafts = all.flatMap(({ draft }) => draft ?? [])
    const wordless = all.length - drafts.length
    const problems = all.flatMap(({ draft, entry }) =>
      draft?.needs.includes('time')
        ? [
            {
              line: entry.line,
              path: null,
              problem: `has “${draft.written?.slice(0, 40)}”, which is in no calendar`,
            },
          ]
        : [],
    )
    const left = (note: string) => ({ about: 'leftOut' as const, note })
    const notes = [
      ...farFromOthers(drafts),
      ...(untimed > 0 ? [left(`Lines that belong to no time (${untimed}) are left out.`)] : []),
      ...(wordless > 0 ? [left(`Times without words (${wordless}) are left out.`)] : []),
    ]
    return { drafts, problems, notes }
  },
}

/** The beginning of a long text mostly shows it. */
const hasTimes = (text: string): boolean =>
  [text.slice(0, 20_000), text].some((part) => readPasted(part, noAnswers).entries.length > 0)

const looksLikeJson = (text: string): boolean =>
  /^\W{0,20}[[{]\s*["{[]/.test(text) || /^\s*[[{]\s*$/.test(text.split('\n', 1)[0] ?? '')

/** A page that was saved, or copied with its tags. */
const withoutTags = (text: string): string =>
  /^\s*<(?:!doctype html|html|body|table|div|p|ul|ol|h[1-6])\b[^<>]*>/i.test(text) ? htmlText(text) : text
