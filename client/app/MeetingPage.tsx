import { PhoneMeeting } from './PhoneMeeting.tsx'
import { useIsPhone } from './useMediaQuery.ts'
import { useOpenedItem } from './useOpenedItem.ts'
import { WideMeeting } from './WideMeeting.tsx'

export function MeetingPage() {
  const opened = useOpenedItem()
  return useIsPhone() ? <PhoneMeeting opened={opened} /> : <WideMeeting opened={opened} />
}
