import { expect, test } from 'vitest'
import { htmlText } from '../../../shared/evidence/htmlText.ts'

test.each([
  ['<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
  ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
  ['a &lt;script&gt; tag &amp;lt; &#39;x&#x2014;&nbsp;y', "a <script> tag &lt; 'x— y"],
  [
    '<table><tr><td><p>p95</p></td><td><p>9.8</p><p>s</p></td></tr><tr><td>x</td></tr></table>y',
    'p95 9.8 s\nx\ny',
  ],
  ['<script>alert(1)</script>hello<style>p{}</style>', 'hello'],
  ['p95 < 2s and 3 > 2', 'p95 < 2s and 3 > 2'],
  ['done <img src="x" alt="👍">', 'done 👍'],
  ['&unheard; &#99999999;', '&unheard; &#99999999;'],
])('%s reads %s', (html, words) => {
  expect(htmlText(html)).toBe(words)
})

// Each looked for to the end of the text, they would take longer than a test may.
test('a hundred thousand openings that never close are read', () => {
  for (const opening of ['<', '<script ', '<!--', '<img alt="', '&#', '\n '])
    expect(htmlText(opening.repeat(100_000)).length).toBeLessThanOrEqual(opening.length * 100_000)
})
