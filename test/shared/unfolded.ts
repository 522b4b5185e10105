/** A calendar file's lines as they were before they were folded. */
export const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')
