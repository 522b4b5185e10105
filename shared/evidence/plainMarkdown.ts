/** Words without the signs of emphasis, headings and links around them; the address of a link stays. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g, '$1 ($2)')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
    .replace(/(^|\s)[*_](?=\S)([^*_\n]{1,200})[*_](?=$|[\s.,;:!?])/g, '$1$2')
    .trim()
