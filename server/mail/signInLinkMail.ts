import type { Mail } from './sendMail.ts'

export const signInLinkMail = ({ to, link }: { to: string; link: string }): Mail => ({
  to,
  subject: 'Your link to sign in to Candor',
  text: `Hello,

here is the link you asked for. It signs you in to Candor:

${link}

It works once, within the next 15 minutes. Please do not pass it on: whoever has
it comes in as you.

If it was not you who asked, you need not do anything. Without this link nobody
gets in.
`,
})
