import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkFile } from '../../server/attachments/checkFile.ts'
import { verifyDatabase } from '../../server/cli/verifyDatabase.ts'
import { databasePathIn } from '../../server/dataDir.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { attachedFilePath } from '../../shared/wire/attachments.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import { gifComment, gifOf, jpegOf, pngOf, webpOf } from '../harness/pictures.ts'
import { startedPostmortem, type Visitor } from '../harness/startTestServer.ts'

const checked = (bytes: Uint8Array) => {
  const found = checkFile(bytes, defaultLimits)
  return found.ok ? found.value : found.problem.reason
}
const letters = (text: string) => Buffer.from(text, 'latin1')

describe('what a file is, is read from its bytes', () => {
  test.each([
    ['image/png', pngOf(640, 480)],
    ['image/jpeg', jpegOf(640, 480)],
    ['image/gif', gifOf(640, 480)],
    ['image/webp', webpOf(640, 480)],
  ])('%s, with its size in points', (mediaType, bytes) => {
    expect(checked(bytes)).toEqual({ mediaType, width: 640, height: 480 })
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain'],
    ['a log', '10:14 pool exhausted – 100 von 100\n', 'text/plain'],
    ['a PDF', '%PDF-1.7\n\x00\xff', 'application/pdf'],
    ['an archive', 'PK\x03\x04\x00\x00', 'application/octet-stream'],
    ['western text of a Windows tool', 'Zur\xfcck', 'application/octet-stream'],
  ])('%s is %s', (what, content, mediaType) => {
    const bytes = what === 'a log' ? Buffer.from(content) : letters(content)
    expect(checked(bytes)).toEqual({ mediaType, width: null, height: null })
  })

  test.each([
    ['Windows', 'MZ\x90\x00\x03\x00'],
    ['Linux', '\x7fELF\x02\x01\x01\x00'],
    ['macOS', '\xcf\xfa\xed\xfe\x07\x00\x00\x01'],
  ])('a program of %s is refused', (_, content) => expect(checked(letters(content))).toBe('noPrograms'))
})

describe('a picture that is none', () => {
  const png = pngOf(64, 64)
  test.each([
    ['markup that begins like a GIF', letters('GIF89a<script>alert(1)</script>')],
    ['a PNG with a page behind its end', Buffer.concat([png, letters('<script>alert(1)</script>')])],
    ['a PNG that is cut off', png.subarray(0, png.length - 20)],
    ['only the first bytes of a PNG', png.subarray(0, 12)],
    ['a PNG without points', pngOf(0, 0)],
    ['a JPEG that never ends', jpegOf(8, 8).subarray(0, -2)],
    ['a JPEG with a page behind its end', Buffer.concat([jpegOf(8, 8), letters('<script>')])],
    ['a JPEG that is its first bytes', letters('\xff\xd8\xff')],
    ['a GIF with a page behind its end', Buffer.concat([gifOf(8, 8), letters('<script>')])],
    ['a WebP longer than it says', Buffer.concat([webpOf(8, 8), letters('<script>')])],
    ['a WebP of nothing', letters('RIFF\x04\x00\x00\x00WEBP')],
  ])('%s', (_, bytes) => expect(checked(bytes)).toBe('brokenImage'))

  test('no cut of a picture makes the check throw', () => {
    for (const picture of [pngOf(9, 9), jpegOf(9, 9), gifOf(9, 9), webpOf(9, 9)])
      for (let length = 12; length < picture.length; length++)
        expect(checked(picture.subarray(0, length))).toBe('brokenImage')
  })
})

test.each([
  ['PNG', pngOf(8, 8, [['eXIf', letters('GPS')]])],
  ['PNG with a note', pngOf(8, 8, [['tEXt', letters('Author\0Mia')]])],
  ['JPEG', jpegOf(8, 8, [[0xe1, 'Exif\0\0GPS']])],
  ['JPEG with a comment', jpegOf(8, 8, [[0xfe, 'by Mia']])],
  ['GIF', gifOf(8, 8, gifComment('by Mia'))],
  ['WebP', webpOf(8, 8, [['EXIF', 'GPS']])],
])('a %s that says where or by whom it was made is refused', (_, bytes) => {
  expect(checked(bytes)).toBe('imageTellsMore')
})

test.each([
  ['PNG', pngOf(100_000, 100_000)],
  ['JPEG', jpegOf(60_000, 60_000)],
  ['GIF', gifOf(60_000, 60_000)],
  ['WebP', webpOf(16_000, 16_000)],
])('a small %s that unpacks to more points than anybody can show is refused', (_, bytes) => {
  expect(bytes.length).toBeLessThan(2_000)
  expect(checked(bytes)).toBe('imageTooLarge')
})

async function withPostmortem(variables: Record<string, string> = {}) {
  const workspace = await openWorkspace(variables)
  const { postmortemId, meetingId } = await startedPostmortem(workspace.member)
  await workspace.member.join(postmortemId)
  const path = `/api/postmortems/${postmortemId}/files`
  const keep = (content: string | Uint8Array, name = 'app.log', who: Visitor = workspace.member) =>
    who.post(path, { name, deflated: deflateSync(content).toString('base64') })
  return { ...workspace, postmortemId, meetingId, path, keep }
}

const read = (
  { server }: Pick<Workspace, 'server'>,
  headers: Record<string, string>,
  postmortemId: PostmortemId,
  fileId: unknown,
) => fetch(server.address + attachedFilePath(postmortemId, String(fileId)), { headers })

test('a picture is read back byte for byte, to be shown and never to be guessed at', async () => {
  const house = await withPostmortem()
  const png = pngOf(640, 480)
  // What it is called counts for nothing.
  const { body } = await house.keep(png, 'page.html')
  expect(body).toMatchObject({ mediaType: 'image/png', width: 640, height: 480, size: png.length })
  const response = await read(house, { cookie: house.member.cookie }, house.postmortemId, body.fileId)
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    etag: `"${createHash('sha256').update(png).digest('hex')}"`,
  })
})

const markup = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
test('no browser shows or runs what is no picture, and no name makes it something else', async () => {
  const house = await withPostmortem()
  const sent: [name: string, content: string, contentType: string, disposition: unknown][] = [
    [
      'page.html',
      '<!doctype html><script>alert(1)</script>',
      'text/plain; charset=utf-8',
      'filename=page.html',
    ],
    ['picture.png', markup, 'text/plain; charset=utf-8', 'filename=picture.png'],
    ['report.pdf', '%PDF-1.7 /JS (app.alert(1))', 'application/pdf', 'filename=report.pdf'],
    ['x.html', '\x00<script>', 'application/octet-stream', 'filename=x.html'],
    ['../../etc/passwd', '10:14', 'text/plain; charset=utf-8', 'filename=.._.._etc_passwd'],
    ['a"; filename="b.html', '10:15', 'text/plain; charset=utf-8', 'filename="a\\"; filename=\\"b.html"'],
    ['„Äther“ 😀.log', '10:16', 'text/plain; charset=utf-8', "filename*=UTF-8''%E2%80%9E%C3%84ther"],
  ]
  for (const [name, content, contentType, disposition] of sent) {
    const { fileId } = (await house.keep(content, name)).body
    const { headers } = await read(house, { cookie: house.member.cookie }, house.postmortemId, fileId)
    expect([name, Object.fromEntries(headers)]).toEqual([
      name,
      expect.objectContaining({
        'content-type': contentType,
        'content-disposition': expect.stringMatching(/^attachment; /),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      }),
    ])
    expect(headers.get('content-disposition')).toContain(disposition)
  }
})

test('what a browser keeps is asked for again each time, and is nothing once access is gone', async () => {
  const house = await withPostmortem()
  const { fileId } = (await house.keep(pngOf(8, 8))).body
  const olu = await house.colleague('Olu')
  const ask = (etag: string) =>
    read(house, { cookie: olu.cookie, 'if-none-match': etag }, house.postmortemId, fileId)
  const etag = (await ask('"none"')).headers.get('etag') ?? ''
  expect((await ask(etag)).status).toBe(304)
  await house.member.post(`/api/postmortems/${house.postmortemId}/audience`, {
    isRestricted: true,
    personIds: [],
    teamIds: [],
  })
  const refused = await ask(etag)
  expect([refused.status, (await refused.json()).reason]).toEqual([404, 'noSuchMeeting'])
})

test('whoever may not read the postmortem hears of no file, and whoever only reads sends none', async () => {
  const house = await withPostmortem()
  const { fileId } = (await house.keep('10:14 alert')).body
  expect((await house.keep('10:15', 'x', house.outsider)).body.reason).toBe('noSuchMeeting')
  const refused = await read(house, { cookie: house.outsider.cookie }, house.postmortemId, fileId)
  expect([refused.status, (await refused.json()).reason]).toEqual([404, 'noSuchMeeting'])
  await house.admin.join(house.postmortemId, true)
  expect((await house.keep('10:15', 'x', house.admin)).body.reason).toBe('readsOnly')
  expect((await read(house, { cookie: house.admin.cookie }, house.postmortemId, fileId)).status).toBe(200)
})

test('the shared screen is told of no bytes, and a file of another postmortem is not found by its id', async () => {
  const house = await withPostmortem()
  const { fileId } = (await house.keep('10:14 alert')).body
  const key = await house.server.stageKey(house.member, house.postmortemId)
  const screen = await read(house, { authorization: `Stage ${key}` }, house.postmortemId, fileId)
  expect((await screen.json()).reason).toBe('readsOnly')
  const other = await startedPostmortem(house.member)
  expect((await read(house, { cookie: house.member.cookie }, other.postmortemId, fileId)).status).toBe(404)
})

test('the same bytes are kept once, whatever they are called', async () => {
  const house = await withPostmortem({ LIMIT_ATTACHED_FILES: '1' })
  const first = (await house.keep('10:14 alert', 'a.txt')).body
  expect((await house.keep('10:14 alert', 'b.txt')).body.fileId).toBe(first.fileId)
})

test('what is larger than a limit is refused by name, and nothing of it is kept', async () => {
  const house = await withPostmortem({
    LIMIT_ATTACHED_FILE_BYTES: '100000',
    LIMIT_ATTACHED_UPLOAD_BYTES: '5000',
    LIMIT_ATTACHED_FILES: '2',
    LIMIT_IMAGE_POINTS: '10000',
  })
  expect((await house.keep('a'.repeat(200_000))).body.reason).toBe('tooLarge')
  const noise = createHash('shake256', { outputLength: 6_000 }).digest()
  expect((await house.keep(noise)).status).toBe(413)
  expect((await house.keep(pngOf(101, 100))).body.reason).toBe('imageTooLarge')
  expect((await house.keep(letters('MZ\x90\x00'))).body.reason).toBe('noPrograms')
  await house.keep('1')
  await house.keep('2')
  expect((await house.keep('3')).body.reason).toBe('attachmentsAreFull')
  expect(house.sql('SELECT count(*) AS files FROM attached_files')).toEqual([{ files: 2 }])
})

test('all files of a postmortem have room up to its limit', async () => {
  const house = await withPostmortem({ LIMIT_ATTACHED_BYTES: '30' })
  expect((await house.keep('short')).status).toBe(200)
  expect((await house.keep('another that is short')).body.reason).toBe('attachmentsAreFull')
})

test('one person sends only so many in a minute', async () => {
  const house = await withPostmortem({ LIMIT_ATTACHED_FILES_PER_MINUTE: '1' })
  await house.keep('1')
  expect((await house.keep('2')).status).toBe(429)
})

test('what is not deflated is refused with the place', async () => {
  const house = await withPostmortem()
  const answer = await house.member.post(house.path, { name: 'a', deflated: 'AAAA' })
  expect(answer.body).toMatchObject({ reason: 'malformedRequest', details: [{ path: 'deflated' }] })
})

test('nothing in the database can change a file or remove it', async () => {
  const house = await withPostmortem()
  await house.keep('10:14 alert')
  for (const statement of [
    "UPDATE attached_files SET media_type = 'text/html'",
    'DELETE FROM attached_files',
  ])
    expect(() => house.sql(statement)).toThrow('an attached file is never')
})

test('a damaged file is named by candor verify, and whoever reads it is told', async () => {
  const house = await withPostmortem()
  const { fileId } = (await house.keep('10:14 alert')).body
  house.sql('DROP TRIGGER attached_files_stay')
  house.sql("UPDATE attached_files SET bytes = x'00'")
  const response = await read(house, { cookie: house.member.cookie }, house.postmortemId, fileId)
  expect((await response.json()).reason).toBe('fileDamaged')
  expect(verifyDatabase(databasePathIn(join(house.server.dataDir))).damages).toMatchObject([
    { part: 'attachment', problem: 'Its attached file “app.log” cannot be read.' },
  ])
})
