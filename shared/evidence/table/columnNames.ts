/** Without accents, case, brackets and signs: `Créée (UTC)` is `creee`. */
export const plainName = (name: string): string =>
  name
    .replace(/[([].*?[)\]]/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** The first column whose name is one of `names`, which are in the form of `plainName`; the earlier names first. */
export function columnOf(header: readonly string[], names: readonly string[]): number | null {
  const plain = header.map(plainName)
  for (const name of names) {
    const found = plain.indexOf(name)
    if (found !== -1) return found
  }
  return null
}

export const columnsOf = (header: readonly string[], names: readonly string[]): number[] =>
  header.flatMap((name, position) => (names.includes(plainName(name)) ? [position] : []))
