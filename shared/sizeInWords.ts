/** `34 kB`, `1.2 MB`. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_024 ** 2
    ? `${Math.max(1, Math.round(bytes / 1_024))} kB`
    : `${(bytes / 1_024 ** 2).toFixed(1)} MB`
