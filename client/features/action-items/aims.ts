import { Eye, type LucideIcon, MessageSquare, RefreshCw, Shield } from 'lucide-react'
import type { ActionItem } from '../../../shared/content/actionItems.ts'

export type ActionAim = NonNullable<ActionItem['aim']>

/** What an action improves, in the order prevention comes first. */
export const aims: Record<ActionAim, { label: string; Icon: LucideIcon }> = {
  prevent: { label: 'Prevent', Icon: Shield },
  detect: { label: 'Detect', Icon: Eye },
  mitigate: { label: 'Mitigate', Icon: RefreshCw },
  communicate: { label: 'Communicate', Icon: MessageSquare },
}
