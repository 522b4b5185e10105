import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { createMask, noMaskChoices } from '../../../shared/evidence/masking/maskEvidence.ts'
import { maskFiles } from '../../../shared/evidence/masking/maskFiles.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'
import { readText } from './samples.ts'

const answers = { ...noAnswers, zone: 'UTC', date: '2026-03-11' }
const western = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const read = (content: Uint8Array | string) => readEvidence([{ path: 'a file', content }], answers)
const textsIn = (content: Uint8Array | string) =>
  read(content).flatMap(({ drafts }) => drafts.map(({ text }) => text))

describe('a file of lines in two encodings is read line by line, and says so', () => {
  test.each([
    ['mostly UTF-8', joined(strToU8('10:14 Größe äöü – “x”\n'), western('10:16 Müller\n'))],
    ['mostly of Windows', joined(western('10:14 Größe äöü\n10:15 é\n'), strToU8('10:16 Müller\n'))],
  ])('%s', (_, content) => {
    const texts = textsIn(content)
    expect(texts[0]).toMatch(/^Größe äöü/)
    expect(texts.at(-1)).toBe('Müller')
    expect(read(content)[0]?.notes).toMatchObject([{ note: expect.stringMatching(/^Some lines/) }])
  })

  test('and one damaged letter in a line of many is shown as damaged', () => {
    const content = joined(strToU8('10:14 äöüßéèê '), Uint8Array.of(0xc3), strToU8(' up\n'))
    expect(textsIn(content)).toEqual(['äöüßéèê \ufffd up'])
    expect(read(content)[0]?.notes).toMatchObject([{ about: 'assumed' }])
  })
})

test('a stray NUL is left out, and hides no secret from the mask', () => {
  expect(textsIn('10:14 a\u0000b\n10:16 c\n')).toEqual(['ab', 'c'])
  const [file] = maskFiles(
    [{ path: 'x', content: strToU8('10:14 mail a\u0000@b.org to the team\n') }],
    createMask(noMaskChoices),
  )
  expect(new TextDecoder().decode(file?.content)).toBe('10:14 mail •••(e-mail) to the team\n')
})

describe('what is no text is said to be none, with what to bring instead', () => {
  test.each([
    ['a PDF', strToU8('%PDF-1.4\n10:14 x\n'), 'PDF'],
    ['formatted text', strToU8('{\\rtf1 10:14 x}'), 'RTF'],
    ['a picture', joined(western('\x89PNG\r\n'), Uint8Array.of(0, 1, 2)), 'picture'],
    ['something compressed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'gzip'],
    [
      'a spreadsheet',
      zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/a.xml': strToU8('<x/>') }),
      'CSV',
    ],
    ['nothing in a zip', zipSync({}), 'without files'],
  ])('%s', (_, content, said) => {
    expect(read(content)).toMatchObject([
      { format: null, drafts: [], problems: [{ problem: expect.stringContaining(said) }] },
    ])
  })

  test('and the other files of its zip are read', () => {
    const inner = zipSync({ 'x.txt': strToU8('10:14 hidden\n') })
    const zip = zipSync({ 'notes.txt': strToU8('10:14 up\n'), 'inner.zip': inner })
    expect(textsIn(zip)).toEqual(['up'])
    expect(read(zip).flatMap(({ problems }) => problems)).toMatchObject([
      { problem: expect.stringContaining('zip inside of a zip') },
    ])
  })
})

test('a file of a zip that would not fit is named, and the small ones beside it are read', () => {
  const zip = zipSync({ 'big.txt': strToU8('10:14 big\n'), 'notes.txt': strToU8('10:14 up\n') })
  const listing = zip.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, nth) => zip[at + nth] === byte))
  new DataView(zip.buffer, zip.byteOffset).setUint32(listing + 24, 401_000_000, true) // what it unpacks to
  expect(textsIn(zip)).toEqual(['up'])
  expect(read(zip).flatMap(({ problems }) => problems)).toMatchObject([
    { problem: expect.stringContaining('400 MB') },
  ])
})

test('a page with its tags reads like what it shows', () => {
  const page = '<html><body><p>10:14 up</p><table><tr><td>10:16</td><td>acked</td></tr></table></body></html>'
  expect(readText(page, answers).drafts.map(({ text }) => text)).toEqual(['up', 'acked'])
})
