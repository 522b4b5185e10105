import { changeAudienceEndpoint } from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useChangeAccess } from '../../room/useChangeAccess.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Audience.module.css'
import { type AudienceDraft, bodyOf } from './audienceDraft.ts'

type ChangeAudienceProps = {
  draft: AudienceDraft
  wasRestricted: boolean
  onChanged: () => void
  onLeave: () => void
}

/** What follows from it, and the button that does it. */
export function ChangeAudience({ draft, wasRestricted, onChanged, onLeave }: ChangeAudienceProps) {
  const { postmortemId } = useRoom()
  const { change, problem, isSending } = useChangeAccess()
  const { verb, follows } = consequences(draft.isRestricted, wasRestricted)
  const save = () =>
    change(
      () => callApi(changeAudienceEndpoint, { params: { postmortemId }, body: bodyOf(draft) }),
      () => {
        onChanged()
        announce('Who may read is changed.')
      },
    )
  return (
    <div className={styles.change}>
      <Notice tone="late" role="status">
        {follows}
      </Notice>
      {problem && (
        <Notice tone="late" role="alert">
          {problem.sentence}
        </Notice>
      )}
      <div className={styles.ways}>
        <Button kind="primary" busy={isSending} onClick={() => void save()}>
          {verb}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          Leave it as it is
        </Button>
      </div>
    </div>
  )
}

function consequences(isRestricted: boolean, wasRestricted: boolean): { verb: string; follows: string } {
  if (!isRestricted) {
    return {
      verb: 'Open it to the workspace',
      follows:
        'Everyone in the workspace can read all of it at once. Nothing is deleted, and you can restrict it again.',
    }
  }
  const stays = 'Nothing is deleted, and you can choose them again at any time.'
  return wasRestricted
    ? { verb: 'Change who may read', follows: `Whoever is not chosen loses access at once. ${stays}` }
    : {
        verb: 'Restrict it',
        follows: `Whoever is not chosen loses access at once, in the meeting too. ${stays} Guests whom nobody let in by hand wait at the door again.`,
      }
}
