import { Check, Circle, CircleDot, Ellipsis, Minus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { MOST_MARK_REASON, markIdOf } from '../../../shared/content/preparationMarks.ts'
import type { ReadinessItem } from '../../../shared/readiness/readiness.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { QuietAlertDialog } from './QuietAlertDialog.tsx'
import styles from './Readiness.module.css'

const signs = {
  ready: { Icon: Check, words: 'ready' },
  started: { Icon: CircleDot, words: 'started' },
  missing: { Icon: Circle, words: 'not yet' },
  notNeeded: { Icon: Minus, words: 'does not apply' },
} as const

/** One thing of the checklist: how it stands, where it is done, and what somebody can say of it by hand. */
export function ReadinessRow({ item, link }: { item: ReadinessItem; link: ReactNode }) {
  const { key, title, state, note, mark: said } = item
  const mayEdit = useMayEdit()
  const { mark, takeBack } = usePreparationEdits()
  const [isWaiving, setWaiving] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const { Icon, words } = signs[state]
  const markId = markIdOf('item', key)
  return (
    <li className={styles.item} data-state={state}>
      <Icon role="img" aria-label={words} />
      <span className={styles.words}>
        {state === 'missing' || state === 'started' ? link : title}
        {note !== '' && <small>{note}</small>}
      </span>
      {mayEdit && (
        <Menu
          trigger={
            <IconButton size="sm" label={`What to say of: ${title}`}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
        >
          {key === 'alertsQuiet' && <MenuItem onSelect={() => setWriting(true)}>Write one down…</MenuItem>}
          {said ? (
            <MenuItem onSelect={() => takeBack(markId)}>Let the document say it</MenuItem>
          ) : (
            <>
              {state !== 'ready' && (
                <MenuItem onSelect={() => mark(markId, 'done')}>Ready, as far as we need it</MenuItem>
              )}
              <MenuItem onSelect={() => setWaiving(true)}>Does not apply…</MenuItem>
            </>
          )}
        </Menu>
      )}
      {isWriting && <QuietAlertDialog onClose={() => setWriting(false)} />}
      {isWaiving && (
        <ReasonDialog
          title={`${title}: does not apply`}
          about="It no longer counts. The reason is kept with the postmortem."
          verb="Leave it out"
          mostLetters={MOST_MARK_REASON}
          onConfirm={(why) => mark(markId, 'notNeeded', why)}
          onClose={() => setWaiving(false)}
        />
      )}
    </li>
  )
}
