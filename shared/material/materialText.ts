import { participantQuestionIds } from '../guide/participantQuestions.ts'
import type { MeetingStage } from '../meeting/meeting.ts'
import { stageWords } from '../meeting/stageInWords.ts'
import { numberInWords } from '../numberInWords.ts'
import { weekdayInWords } from '../time/calendarDay.ts'
import { clockTime } from '../time/clockTime.ts'
import { zoneInWords } from '../time/zoneInWords.ts'

type MaterialText = {
  sentBy: string
  stage: MeetingStage
  /** Null where its title is not for a mailbox. */
  title: string | null
  /** In ms; null where no time is chosen. */
  startsAt: number | null
  zone: string
  link: string
}

/** What people are told when the material goes out, by mail or by hand. */
export function materialText({ sentBy, stage, title, startsAt, zone, link }: MaterialText): string {
  const about = title === null ? `a ${stageWords[stage]}` : `the ${stageWords[stage]} of “${title}”`
  const starts =
    startsAt === null
      ? 'The time is still to be chosen.'
      : `It starts on ${weekdayInWords(startsAt, zone)} at ${clockTime(startsAt, zone)}, ${zoneInWords(zone, [startsAt])}.`
  const questions = numberInWords(participantQuestionIds.length)
  return `Hello,

${sentBy} asks you to prepare for ${about}.
${starts}

${link}

What to read: the draft timeline and what is known so far. Correct what you saw
differently; everybody writes in the same document.

What waits for you: ${questions} short questions. Answer those you have something to
say to. Answers stay sealed until they are opened in the meeting.

We look for the conditions that made it possible. Nobody is the cause.
`
}
