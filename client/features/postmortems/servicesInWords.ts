const MOST_NAMED = 3

/** The first few by name, the rest as a number. */
export function servicesInWords(services: readonly string[]): string {
  const named = services.slice(0, MOST_NAMED).join(', ')
  const rest = services.length - MOST_NAMED
  return rest > 0 ? `${named} and ${rest} more` : named
}
