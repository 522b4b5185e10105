import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, markdownLink } from '../../shared/content/notes.ts'

test.each([
  ['emphasis', 'a *b* _c_ ~~d~~', 'a \\*b\\* \\_c\\_ \\~\\~d\\~\\~'],
  ['HTML', '<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['a link', '[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['an image', '![x](https://evil.example)', '!\\[x\\](https://evil.example)'],
  ['an autolink', '<javascript:alert(1)>', '\\<javascript:alert(1)\\>'],
  ['a link definition', '[x]: javascript:alert(1)', '\\[x\\]: javascript:alert(1)'],
  ['code', '`rm -rf` and ```', '\\`rm -rf\\` and \\`\\`\\`'],
  ['a table', 'a | b', 'a \\| b'],
  ['a backslash before a bar', 'a \\| b', 'a \\\\\\| b'],
  ['an entity', '&lt;b&gt; &#60; R&D', '\\&lt;b\\&gt; \\&#60; R&D'],
  ['a heading', '# Cause', '\\# Cause'],
  ['a deeper heading', '### Cause', '\\### Cause'],
  ['an empty heading', 'x\n#', 'x\n\\#'],
  ['a heading further down', 'x\n  ## Cause', 'x\n\\## Cause'],
  ['a line that makes a heading of the one above', 'Cause\n---\nCause\n===', 'Cause\n\\---\nCause\n\\==='],
  ['a rule', '* * *', '\\* \\* \\*'],
  ['a list', '- a\n+ b\n1. c\n2) d', '\\- a\n\\+ b\n1\\. c\n2\\) d'],
  ['a quote', '> said', '\\> said'],
  ['indented code', 'x\n\n    code\n\tcode', 'x\n\ncode\ncode'],
  ['a fence', '~~~\nx\n~~~', '\\~\\~\\~\nx\n\\~\\~\\~'],
])('text that looks like %s stays text', (_what, text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('words, numbers and signs that mean nothing in Markdown are left as they are', () => {
  const text = 'At 17:20, 3.5 % of writes (5,000) failed: “why?” - #42, -5 °C, a+b=c; 2.5'
  expect(escapeMarkdown(text)).toBe(text)
})

test('taking the escapes away gives the text back, and none of its marks stands bare', () => {
  const marks = fc.array(fc.constantFrom(...'\\`*_[]<>|~#+-=.)&;1a \n'), { maxLength: 20 })
  fc.assert(
    fc.property(marks, (characters) => {
      const text = characters.join('')
      const escaped = escapeMarkdown(text)
      expect(escaped.replace(/\\([^\da-z\s])/gi, '$1')).toBe(text.replace(/(?<=\n)[^\S\n]+/g, ''))
      expect(escaped.replace(/\\./g, 'x')).not.toMatch(
        /[\\`*_[\]<>|~]|^\s*(#+|[+-]|\d+[.)])(\s|$)|^(=+|-+)\s*$/m,
      )
    }),
    { numRuns: 1_000 },
  )
})

describe('a link', () => {
  test('that is plain stays plain', () => {
    expect(markdownLink('source', 'https://example.org/a?b=c#d')).toBe(
      '[source](https://example.org/a?b=c#d)',
    )
  })

  test.each([
    [
      'another link',
      'https://x)[click](javascript:alert(1)',
      '[s](https://x%29[click]%28javascript:alert%281%29)',
    ],
    ['a backslash', 'https://x\\', '[s](https://x%5C)'],
    ['code', 'https://x`', '[s](https://x%60)'],
    ['a table cell', 'https://x|y', '[s](https://x%7Cy)'],
    ['nothing one can see', 'https://x\u0000\u0085y', '[s](https://x%00%C2%85y)'],
  ])('cannot be ended early by an address that holds %s', (_what, url, markdown) => {
    expect(markdownLink('s', url)).toBe(markdown)
  })
})
