/** The path to come back to, or the first page for what would lead to another site. */
export const ownPath = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\])[^\\\p{Cc}\s]{0,500}$/u.test(asked) ? asked : '/'
