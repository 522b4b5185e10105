import type * as z from 'zod/mini'

/** Zod's own sentences come with a language pack; these few are enough, and they speak to whoever reads the file. */
export function problemInWords(issue: z.core.$ZodRawIssue): string {
  const got = issue.input === undefined ? 'is missing' : `is ${kindOf(issue.input)}`
  switch (issue.code) {
    case 'invalid_type':
      return `${got}; expected ${issue.expected}`
    case 'invalid_value':
      return `${got}; expected ${listOf(issue.values)}`
    case 'too_big':
      return `is too long or too large; at most ${issue.maximum}`
    case 'too_small':
      return `is empty or too small; at least ${issue.minimum}`
    case 'unrecognized_keys':
      return `has fields that are not known here: ${issue.keys.join(', ')}`
    case 'invalid_format':
      return `is not written as expected (${issue.format})`
    default:
      return 'is not as expected'
  }
}

function kindOf(input: unknown): string {
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'string') return `“${input.length > 40 ? `${input.slice(0, 40)}…` : input}”`
  return typeof input === 'object' ? 'an object' : String(input)
}

const listOf = (values: readonly unknown[]): string => values.map((value) => `“${String(value)}”`).join(', ')
