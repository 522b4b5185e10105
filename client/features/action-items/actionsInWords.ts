import { type ActionItem, missingFrom } from '../../../shared/content/actionItems.ts'

/** The screen's conclusion: what is there, what it still lacks (to be set apart), and what follows. */
export type ActionsSentence = { before: string; lacking: string; after: string }

const said = (before: string): ActionsSentence => ({ before, lacking: '', after: '' })

/** Only candidates are asked for what they lack; an idea may stay as rough as it is. */
export function actionsInWords(actionItems: readonly ActionItem[]): ActionsSentence {
  const candidates = actionItems.filter(({ state }) => state === 'candidate')
  const ideaCount = actionItems.length - candidates.length
  if (actionItems.length === 0) return said('No actions yet.')
  if (candidates.length === 0) {
    return said(`${ideasOf(ideaCount)}. ${ideaCount === 1 ? 'It is not' : 'None is'} a candidate yet.`)
  }

  const count = `${numberInWords(candidates.length)} ${candidates.length === 1 ? 'action' : 'actions'}`
  const counted = ideaCount === 0 ? `${count}.` : `${count} and ${ideasOf(ideaCount).toLowerCase()}.`
  const lacking = candidates.map(missingFrom).filter((pieces) => pieces.length > 0)
  if (lacking.length === 0) {
    return said(`${counted} ${candidates.length === 1 ? 'It has' : 'Each has'} all it needs.`)
  }
  const who =
    lacking.length === candidates.length && lacking.length > 1 ? 'All' : numberInWords(lacking.length)
  const pieces = [...new Set(lacking.flat())]
  const verb = lacking.length === 1 ? 'needs' : 'need'
  return { before: `${counted} ${who} still ${verb} `, lacking: piecesInWords(pieces), after: '.' }
}

const ideasOf = (count: number) => `${numberInWords(count)} ${count === 1 ? 'idea' : 'ideas'}`

/** Beyond three pieces the first two say enough: the rows ask for the rest. */
function piecesInWords(pieces: readonly string[]): string {
  if (pieces.length > 3) return `${pieces.slice(0, 2).join(', ')} and more`
  const last = pieces.at(-1) ?? ''
  return pieces.length === 1 ? last : `${pieces.slice(0, -1).join(', ')} or ${last}`
}

const words = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

const numberInWords = (count: number): string => words[count] ?? String(count)
