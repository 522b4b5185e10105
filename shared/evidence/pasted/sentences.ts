/** Ends of sentences, but not the points of `a.m.`, `approx.`, numbers and single letters. */
const boundary =
  /(?<=[^\s.][.!?]["”’)]?)(?<!\b[ap]\.\s?m\.)(?<!(?:^|\s)\d{1,2}\.)(?<!\b(?:approx|ca|vs|e\.g|i\.e|etc)\.)\s+(?=["“(*[]?[\p{Lu}\d])/u

export const sentencesOf = (text: string): string[] => text.split(boundary)
