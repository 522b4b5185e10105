import { ImportAnywhere } from '../features/evidence/ImportAnywhere.tsx'
import { PhoneMeeting } from './PhoneMeeting.tsx'
import { useIsPhone } from './useMediaQuery.ts'
import { useOpenedItem } from './useOpenedItem.ts'
import { WideMeeting } from './WideMeeting.tsx'

export function MeetingPage() {
  const opened = useOpenedItem()
  const isPhone = useIsPhone()
  return (
    <>
      {isPhone ? <PhoneMeeting opened={opened} /> : <WideMeeting opened={opened} />}
      <ImportAnywhere words="Drop to read it as evidence, or onto a card or event to attach it" />
    </>
  )
}
