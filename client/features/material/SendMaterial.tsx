import { useState } from 'react'
import type { PersonId, SendingId } from '../../../shared/ids.ts'
import { type Material, sendMaterialEndpoint } from '../../../shared/wire/material.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { newId } from '../../room/room.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useSending } from '../../room/useSending.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ByHand } from './ByHand.tsx'
import styles from './Material.module.css'
import { leadInWords } from './materialInWords.ts'
import { RecipientChoice } from './RecipientChoice.tsx'
import { useKeepMaterial } from './useMaterial.ts'
import { useSuggestedRecipients } from './useSuggestedRecipients.ts'

type SendMaterialProps = { desk: NonNullable<Material['desk']>; onClose: () => void }

/** To whom it goes. One id for as long as the dialog is open: pressed twice, it goes out once. */
export function SendMaterial({ desk, onClose }: SendMaterialProps) {
  const { postmortemId, snapshot, now } = useRoom()
  const { startsAt } = useMeeting()
  const suggested = useSuggestedRecipients(desk.people)
  const [chosen, setChosen] = useState<ReadonlySet<PersonId> | null>(null)
  const [sendingId] = useState(newId<SendingId>)
  const { send, problem, isSending } = useSending()
  const keep = useKeepMaterial()
  const to = desk.people.filter(
    ({ personId, state }) => state !== 'sent' && (chosen ?? suggested).has(personId),
  )
  const way = desk.byMail ? 'mail' : 'byHand'
  const late = leadInWords(startsAt, now())
  const submit = () =>
    send(
      () =>
        callApi(sendMaterialEndpoint, {
          params: { postmortemId },
          body: {
            ...{ sendingId, way, zone: viewerZone(), meetingId: snapshot.get().meetingId },
            personIds: to.map(({ personId }) => personId),
          },
        }),
      (material) => {
        keep(material)
        announce(way === 'mail' ? 'The material was sent.' : 'It is noted that you have sent it.')
        onClose()
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title="Send the material"
      description={
        desk.byMail
          ? 'Each gets one mail with the link, what to read, the questions that wait, and the start. Guests come by their own link.'
          : 'This Candor sends no mail. Pass the link on by yourself, then say here to whom.'
      }
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button
            kind="primary"
            busy={isSending}
            aria-disabled={to.length === 0 || undefined}
            onClick={() => to.length > 0 && void submit()}
          >
            {buttonInWords(to.length, desk.byMail)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && (
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        )}
        {late && <Notice tone="late">{late} You can move the meeting first, or send it all the same.</Notice>}
        {!desk.byMail && <ByHand link={desk.link} />}
        <RecipientChoice
          people={desk.people}
          suggested={suggested}
          chosen={chosen ?? suggested}
          onChoose={setChosen}
        />
      </div>
    </Dialog>
  )
}

function buttonInWords(count: number, byMail: boolean): string {
  if (count === 0) return 'Choose somebody'
  const people = count === 1 ? '1 person' : `${count} people`
  return byMail ? `Send to ${people}` : `I have sent it to ${people}`
}
