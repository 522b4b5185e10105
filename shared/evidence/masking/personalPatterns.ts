import type { SecretPattern } from './secretPatterns.ts'

/** Read after the secrets. The same rules for patterns hold. */
export const personalPatterns: readonly SecretPattern[] = [
  {
    reason: 'email',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
    unless: (found) => found.startsWith('git@'), // how a repository is addressed
  },
  {
    reason: 'phone',
    // A zone like `+0100 2026-03-11` begins with a zero, or has a time in front of it.
    pattern:
      /(?<![\w+.:/-]|\d )(?:\+[1-9]|\([2-9]\d{2}\) ?(?=\d{3}[ .-]))\d?(?:[ ()./-]{0,2}\d){5,14}(?![\w/]|[.:-]\d)/g,
    unless: (found) => found.replace(/\D/g, '').length < 8 || /\d{4}-\d\d-\d\d/.test(found),
  },
]

export const addressPatterns: readonly SecretPattern[] = [
  {
    reason: 'ip',
    pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g,
    unless: (found) => found.split('.').some((part) => Number(part) > 255),
  },
  {
    reason: 'ip',
    pattern:
      /(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?)(?![\w:])/gi,
  },
]
