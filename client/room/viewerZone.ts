/** The time zone this browser is set to. */
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
