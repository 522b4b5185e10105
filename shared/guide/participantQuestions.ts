/** What everyone who was part of it is asked before the meeting, in the order of the incident. */
export const participantQuestions = {
  happened: 'What happened, as you saw it?',
  noticedFirst: 'What did you notice first?',
  clearSignals: 'Which signals were clear?',
  missingSignals: 'Which signals were missing, or pointed somewhere else?',
  slowed: 'What slowed the response?',
  helped: 'What helped more than you expected?',
  uncertainDecisions: 'Which decisions did you make without knowing enough yet?',
  assumptions: 'What did you assume that turned out otherwise?',
  workedWell: 'What worked well and is worth keeping?',
  change: 'What should change?',
  fasterDetection: 'What would have let us notice sooner?',
  easierMitigation: 'What would have made it easier to stop?',
  smallerImpact: 'What would have reduced the effect on customers?',
} as const

export type ParticipantQuestionId = keyof typeof participantQuestions
export const participantQuestionIds = Object.keys(participantQuestions) as ParticipantQuestionId[] // keys of a literal
