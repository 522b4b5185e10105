import type { Mail } from './sendMail.ts'

type Invited = { to: string; invitedBy: string; workspaceName: string; link: string }

export const invitationMail = ({ to, invitedBy, workspaceName, link }: Invited): Mail => ({
  to,
  subject: `${invitedBy} invites you to “${workspaceName}” on Candor`,
  text: `Hello,

${invitedBy} would like to have you in the workspace “${workspaceName}” on Candor.
There a team looks back on an incident together and learns from it, without blame.

Open this link to join:

${link}

It works once, within the next seven days, and is meant for you alone. If it has
run out, ask ${invitedBy} for another one.

If you did not expect this, you need not do anything.
`,
})
