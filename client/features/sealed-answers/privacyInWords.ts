import { type AnswerPrivacy, answerPrivacies, isLessPrivate } from '../../../shared/wire/sealedAnswers.ts'

/** How answers are named: as a choice, to whoever writes one, and what changes for what is sealed already. */
export const privacyInWords: Record<AnswerPrivacy, { choice: string; yours: string; follows: string }> = {
  named: {
    choice: 'Named',
    yours: 'Your name stands beside it once it is opened.',
    follows: '',
  },
  namedAfterReveal: {
    choice: 'Named once opened',
    yours: 'Your name is sealed with it, and stands beside it once it is opened.',
    follows:
      'Names are sealed inside the answers: until they are opened, not even the database tells who has answered. An answer can then be reopened only on the device it was written on.',
  },
  anonymous: {
    choice: 'Without names',
    yours: 'It goes without your name, and only this device can reopen it.',
    follows:
      'Answers keep no name, in the database neither. Those sealed with a name so far lose it. They can then be reopened only on the device they were written on.',
  },
}

/** What may be chosen: nothing less private than what holds now. */
export const offeredFrom = (now: AnswerPrivacy): { value: AnswerPrivacy; label: string }[] =>
  answerPrivacies
    .filter((privacy) => !isLessPrivate(privacy, now))
    .map((value) => ({ value, label: privacyInWords[value].choice }))
