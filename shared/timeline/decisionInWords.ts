import { type DecisionContext, type DecisionPart, decisionParts } from '../content/timeline.ts'

/** What stands over each part, wherever a decision point is shown. */
export const decisionPartInWords: Record<DecisionPart, string> = {
  known: 'Known then',
  believed: 'Believed then',
  notKnown: 'Not known then',
  options: 'Options then',
}

/** The parts somebody has written something in. */
export const writtenParts = (
  context: { kind: 'event' | 'decision' } & DecisionContext,
): { part: DecisionPart; name: string; words: string }[] =>
  context.kind === 'decision'
    ? decisionParts.flatMap((part) =>
        context[part].trim() === '' ? [] : { part, name: decisionPartInWords[part], words: context[part] },
      )
    : []
