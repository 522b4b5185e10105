/** The folder a file came in, or the file itself: what counts as one source. */
export const sourceOf = (path: string): string => path.split('/')[0] ?? path
