/** The text, with what was searched for marked in it. */
export function MarkedWords({ text, words }: { text: string; words: string }) {
  const asked = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (asked.length === 0) return text
  const parts = text.split(new RegExp(`(${asked.join('|')})`, 'iu'))
  // Of what is split by a group, every second part is the group.
  return parts.map((part, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is known by its place alone
    position % 2 === 1 ? <mark key={position}>{part}</mark> : part,
  )
}
