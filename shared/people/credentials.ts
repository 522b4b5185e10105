import * as z from 'zod/mini'

/** Loose on purpose: whether an address exists only a mail can tell. Kept in small letters, so that it is found again. */
export const mailAddress = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, 'An e-mail address has up to 254 characters.'),
    z.regex(/^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/, 'Write an e-mail address, like you@example.org.'),
  )

const MOST_COMMON = new Set([
  'password1234',
  'passwordpassword',
  '123456789012',
  '1234567890123',
  '12345678901234',
  'qwertyuiopas',
  'qwertyuiop123',
  'qwerty123456',
  'letmeinletmein',
  'administrator',
  'iloveyouiloveyou',
  'adminadminadmin',
])

/**
 * Length is what counts, and no rule about kinds of characters (NIST SP 800-63B-4, 3.1.1.2). Counted in UTF-16 units:
 * the bound above keeps a hash from being made of a megabyte.
 */
export const newPassword = z.string().check(
  z.minLength(12, 'A password has at least 12 characters. A few words in a row are good.'),
  z.maxLength(200, 'A password has up to 200 characters.'),
  z.refine(
    (given) => !MOST_COMMON.has(given.toLowerCase()) && new Set(given).size > 3,
    'This password is too easy to guess. A few words in a row are good.',
  ),
)

/** A key out of a link. */
export const secretKey = z.string().check(z.regex(/^[\w-]{43}$/))
