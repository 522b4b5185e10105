/** Why something is masked, in the word that stands behind the dots: `•••(password)`. */
export const maskWords = {
  privateKey: 'private key',
  token: 'token',
  password: 'password',
  card: 'card number',
  name: 'name',
  email: 'e-mail',
  phone: 'phone number',
  ip: 'address',
} as const
export type MaskReason = keyof typeof maskWords

/** What opens something, or can be charged: nobody can choose to show it. */
const secretReasons: readonly MaskReason[] = ['privateKey', 'token', 'password', 'card']
export const isSecret = (reason: MaskReason): boolean => secretReasons.includes(reason)

export const maskOf = (reason: MaskReason): string => `•••(${maskWords[reason]})`

/** How many masks stand in a text. */
export const masksIn = (text: string): number => text.split('•••(').length - 1
