import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Text that goes through somebody else's hands, unread and unchanged. */
export type Seal = {
  close: (text: string) => string
  /** Null for what was not sealed with this key, or was changed since. */
  open: (sealed: string) => string | null
}

const CIPHER = 'aes-256-gcm'
const [IV_BYTES, TAG_BYTES] = [12, 16]

/** With a key of its own it lives as long as the process, so a restart opens nothing from before it. */
export function createSeal(key: Buffer = randomBytes(32)): Seal {
  return {
    close: (text) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const hiddenAt = IV_BYTES + TAG_BYTES
      if (bytes.length < hiddenAt) return null
      const options = { authTagLength: TAG_BYTES }
      const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), options)
      cipher.setAuthTag(bytes.subarray(IV_BYTES, hiddenAt))
      try {
        return Buffer.concat([cipher.update(bytes.subarray(hiddenAt)), cipher.final()]).toString('utf8')
      } catch {
        return null // changed on the way, or sealed with another key
      }
    },
  }
}
