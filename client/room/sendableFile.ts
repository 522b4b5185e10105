import { MOST_EVIDENCE_NAME } from '../../shared/wire/evidence.ts'

/** What the server takes as a name; `otherwise` where nothing of it is left. */
export const sendableName = (name: string, otherwise: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(-MOST_EVIDENCE_NAME)
    .toWellFormed() || otherwise

/** `btoa` takes letters, and a call only so many arguments. */
export function inBase64(bytes: Uint8Array): string {
  const portion = 3 * 8_192
  let letters = ''
  for (let at = 0; at < bytes.length; at += portion)
    letters += btoa(String.fromCharCode(...bytes.subarray(at, at + portion)))
  return letters
}
