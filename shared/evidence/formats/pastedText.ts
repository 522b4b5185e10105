import { noAnswers } from '../evidenceDraft.ts'
import type { EvidenceFormat } from '../evidenceFormat.ts'
import { farFromOthers } from '../farFromOthers.ts'
import { draftOfEntry } from '../pasted/pastedEntry.ts'
import { readPasted } from '../pasted/readPasted.ts'

/** Any text with times in it: notes, lists and tables in Markdown, a chat that was copied, lines of a log. */
export const pastedText: EvidenceFormat = {
  name: 'pasted-text',
  label: 'text',
  recognises: ({ text, documents }) =>
    documents.length === 0 &&
    !looksLikeJson(text) &&
    !isBinary(text) &&
    readPasted(text, noAnswers).entries.length > 0,
  read: ({ text }, answers, onCount) => {
    const { entries, untimed } = readPasted(text, answers, onCount)
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

const looksLikeJson = (text: string): boolean =>
  /^\W{0,20}[[{]\s*["{[]/.test(text) || /^\s*[[{]\s*$/.test(text.split('\n', 1)[0] ?? '')

/** Pictures and programs have digits and colons in them, too. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text has not
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0
  return odd * 20 > head.length
}
