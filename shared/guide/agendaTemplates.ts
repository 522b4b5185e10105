/** The eight steps of a postmortem meeting, in order. */
export const meetingSteps = [
  'tone',
  'impact',
  'timeline',
  'wentWell',
  'madeItHard',
  'causes',
  'actions',
  'close',
] as const
export type MeetingStep = (typeof meetingSteps)[number]

type StepGuide = {
  title: string
  /** What the room is asked while the step is current. */
  prompt: string
  /** More questions the facilitator may put to the room. */
  prompts: readonly string[]
}

export const guideByStep: Record<MeetingStep, StepGuide> = {
  tone: {
    title: 'Set the tone',
    prompt: 'We look for the conditions that made this possible. Nobody here is the cause.',
    prompts: [
      'What would make it easy to speak openly in the next hour?',
      'Who kept things going, and what can we thank them for?',
    ],
  },
  impact: {
    title: 'Context and impact',
    prompt: 'Who was affected, how, and for how long?',
    prompts: [
      'What did customers see, and when did it begin for them?',
      'What did it cost: money, trust, error budget, an obligation?',
      'What did we say inside and outside, and when?',
    ],
  },
  timeline: {
    title: 'Walk the timeline',
    prompt: 'What information was available at this moment?',
    prompts: [
      'Which signals were clear, and which ones pointed elsewhere?',
      'What would have had to be on screen for a different choice to look natural?',
      'What else was possible at this point?',
      'What did you expect to happen next?',
      'Who needed to know, and how did they find out?',
    ],
  },
  wentWell: {
    title: 'What went well, and luck',
    prompt: 'What helped, and where did we get lucky?',
    prompts: [
      'Which safeguard kept this from becoming worse?',
      'What was better than you expected?',
      'What would have happened an hour earlier, or on another day?',
    ],
  },
  madeItHard: {
    title: 'What made it hard',
    prompt: 'What made this hard to detect, understand, mitigate or explain?',
    prompts: [
      'Which alert should have fired, and which one was too noisy to trust?',
      'Which manual step stood in the way of recovery?',
      'Where was it unclear whose move it was?',
    ],
  },
  causes: {
    title: 'Causes and contributing factors',
    prompt: 'What had to be true for this to happen?',
    prompts: [
      'What started it, and what had been waiting for a start?',
      'Which assumption turned out not to hold?',
      'Have we met one of these conditions before?',
      'Are we settling on one answer too quickly?',
    ],
  },
  actions: {
    title: 'Actions',
    prompt: 'What will be different, and how will we see that it is?',
    prompts: [
      'Which change lowers the risk most for the effort it takes?',
      'All our actions detect. Does one of them prevent or mitigate?',
      'Who owns it, and what could keep them from getting to it?',
    ],
  },
  close: {
    title: 'Close',
    prompt: 'Who does what by when, and who tells whom?',
    prompts: [
      'What did you learn that changes how you work?',
      'Which question stays open, and who takes it on?',
    ],
  },
}

/** Planned minutes by template, in the order of `meetingSteps`. A step with 0 minutes is left out. */
export const agendaTemplates = {
  '30': {
    title: '30 minutes',
    use: 'SEV-3, or when the facts are simple',
    minutes: [2, 3, 10, 3, 3, 3, 4, 2],
  },
  '60': { title: '60 minutes', use: 'The default', minutes: [3, 5, 20, 5, 7, 7, 10, 3] },
  '60-learning': {
    title: '60 minutes, learning',
    use: 'A long walk through the timeline; actions are decided later',
    minutes: [3, 4, 36, 3, 0, 8, 3, 3],
  },
  '90': { title: '90 minutes', use: 'SEV-1', minutes: [5, 8, 30, 7, 12, 13, 10, 5] },
  '120': { title: '120 minutes', use: 'SEV-1 with many responders', minutes: [5, 10, 40, 10, 15, 20, 15, 5] },
  initial: {
    title: '25 minutes, first review',
    use: 'A major incident, within 24 hours: first facts and urgent follow-ups',
    minutes: [2, 0, 10, 0, 0, 6, 5, 2],
  },
} as const satisfies Record<string, { title: string; use: string; minutes: readonly number[] }>

export type AgendaTemplate = keyof typeof agendaTemplates

/** What the first review calls its steps: it is too early for causes. */
export const initialTitles: Partial<Record<MeetingStep, string>> = {
  timeline: 'What is known',
  causes: 'What is not known',
  actions: 'Urgent follow-ups',
}
