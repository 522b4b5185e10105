import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { openStageEndpoint } from '../../../shared/wire/postmortems.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { StageDialog } from './StageDialog.tsx'

/** Makes a key for the shared screen and opens it. The same link may go to whoever shares the screen. */
export function OpenStage() {
  const { postmortemId, trouble } = useRoom()
  const [isOpening, setOpening] = useState(false)
  const [stageKey, setStageKey] = useState<string | null>(null)
  const [isShown, setShown] = useState(false)
  const open = async () => {
    if (stageKey !== null) return setShown(true)
    setOpening(true)
    const answer = await callApi(openStageEndpoint, { params: { postmortemId } })
    setOpening(false)
    if (!answer.ok) return trouble.set(answer.problem)
    setStageKey(answer.value.stageKey)
    setShown(true)
  }
  return (
    <>
      <Button size="lg" busy={isOpening} onClick={() => void open()}>
        <Monitor aria-hidden="true" /> Open stage
      </Button>
      {isShown && stageKey !== null && <StageDialog stageKey={stageKey} onClose={() => setShown(false)} />}
    </>
  )
}
