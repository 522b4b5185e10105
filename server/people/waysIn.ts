import type { DatabaseSync } from 'node:sqlite'
import type { WaysIn } from '../../shared/wire/people.ts'
import type { SendMail } from '../mail/sendMail.ts'
import { hasOwner } from '../workspaces/workspaceRows.ts'

export type WaysInDependencies = {
  database: DatabaseSync
  sendMail: SendMail | null
  /** What the button for it says; null without one. */
  singleSignOnName: string | null
}

export const waysInNow = ({ database, sendMail, singleSignOnName }: WaysInDependencies): WaysIn => ({
  hasOwner: hasOwner(database),
  byMail: sendMail !== null,
  bySingleSignOn: singleSignOnName,
})
