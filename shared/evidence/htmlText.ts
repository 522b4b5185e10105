const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  rarr: '→',
}

/**
 * The words of HTML a tool wrote: paragraphs, rows and list items on lines of their own, pictures as what they stand
 * for. Tags go before entities are read, once: `&lt;script&gt;` is words someone wrote, and stays words.
 */
export function htmlText(html: string): string {
  return html
    .replace(/<(?:script|style)\b[^<>]*>[^<]*/gi, '')
    .replace(/<!--[^>]*>/g, '')
    .replace(/<(?:img|emoji)\b[^<>]*\balt="([^"<>]*)"[^<>]*>/gi, '$1')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|tr|ul|ol|h[1-6]|table|blockquote|pre)\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/[ \t\u00a0]+\n|\n[ \t\u00a0]+/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
