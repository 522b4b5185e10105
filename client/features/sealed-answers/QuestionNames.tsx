import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { participantQuestions } from '../../../shared/guide/participantQuestions.ts'
import type { AnsweredQuestion, AnswerPrivacy } from '../../../shared/wire/sealedAnswers.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuHeading } from '../../ui/MenuHeading.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MorePrivateDialog } from './MorePrivateDialog.tsx'
import { offeredFrom, privacyInWords } from './privacyInWords.ts'

/** How the answers to one question are named, whatever holds for the others. */
export function QuestionNames({ question }: { question: AnsweredQuestion }) {
  const [wanted, setWanted] = useState<AnswerPrivacy | null>(null)
  const { questionId, privacy } = question
  const { choice } = privacyInWords[privacy]
  if (privacy === 'anonymous') return <span>{choice}</span>
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" kind="quiet" aria-label={`${choice}: ${participantQuestions[questionId]}`}>
            {choice} <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuHeading>Answers to this question</MenuHeading>
        {offeredFrom(privacy)
          .filter(({ value }) => value !== privacy)
          .map(({ value, label }) => (
            <MenuItem key={value} onSelect={() => setWanted(value)}>
              {label}
            </MenuItem>
          ))}
      </Menu>
      {wanted !== null && (
        <MorePrivateDialog questions={[question]} privacy={wanted} onClose={() => setWanted(null)} />
      )}
    </>
  )
}
