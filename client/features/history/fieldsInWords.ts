const wordByField: Readonly<Record<string, string>> = {
  text: 'text',
  place: 'place',
  key: 'place',
  evidenceUrl: 'evidence',
  factor: 'factor',
  firstSeenAt: 'when it could be seen',
  occurred: 'time',
  kind: 'kind',
  stage: 'stage',
  sourceUrl: 'source',
  state: 'state',
  outcome: 'outcome',
  verification: 'how we will know',
  path: 'the way there',
  owner: 'owner',
  dueOn: 'due date',
  priority: 'priority',
  aim: 'category',
  effort: 'effort',
  findingId: 'finding',
  known: 'what was known',
  believed: 'what was believed',
  notKnown: 'what was not known',
  options: 'the options',
}

/** What of a record has changed, as the screens call it. Who the browser said wrote it is not worth a word. */
export const fieldsInWords = (fields: readonly string[]): string =>
  [...new Set(fields.flatMap((field) => wordByField[field] ?? []))].join(', ')
