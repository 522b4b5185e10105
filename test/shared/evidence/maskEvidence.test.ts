import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { noAnswers } from '../../../shared/evidence/evidenceDraft.ts'
import { createMask, maskEvidence, noMaskChoices } from '../../../shared/evidence/masking/maskEvidence.ts'
import { maskFiles } from '../../../shared/evidence/masking/maskFiles.ts'
import { readEvidence } from '../../../shared/evidence/readEvidence.ts'

const masked = (text: string, choices = {}) => maskEvidence(text, { ...noMaskChoices, ...choices }).text

/** Written in two parts, so that no key stands in this file. */
const secrets: Record<string, [string, string]> = {
  'an AWS key': ['AKIA', 'IOSFODNN7EXAMPLE'],
  'a GitHub token': ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a'],
  'a fine-grained GitHub token': ['github_pat_', '11ABCDEFG0aBcDeFgHiJkL_mnopqrstuvwxyz0123456789'],
  'a GitLab token': ['glpat-', 'abcDEF123456ghiJKL78'],
  'a Slack token': ['xoxb-', '123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx'],
  'a Stripe key': ['sk_live_', '51H8abcDEFghiJKLmnoPQR'],
  'a Google key': ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'],
  'an npm token': ['npm_', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  'a JWT': [
    'eyJhbGciOiJIUzI1NiJ9.',
    'eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  ],
  'a Slack webhook': ['https://hooks.slack.com/services/', 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'],
  'an authorization header': ['Authorization: Basic ', 'dXNlcjpwYXNzd29yZA=='],
  'a bearer token': ['curl -H "Bearer ', 'abc123def456ghi789jkl"'],
  'a password in an address': ['postgres://app:', 'hunter2@db.internal/orders'],
  'a password in the environment': ['DB_PASSWORD=', 'correct-horse'],
  'a password said in a chat': ['the password is ', 'hunter2!'],
  'an AWS secret': ['aws_secret_access_key = ', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  'a signed address': ['https://bucket/x?X-Amz-Signature=', 'fe5f80f77d5fa3beca038a248ff027d0445342fe'],
  'a cookie': ['Cookie: ', 'session=abc; other=def'],
}

test.each(Object.entries(secrets))('%s is masked, alone and in a sentence', (_what, [front, rest]) => {
  for (const text of [front + rest, `10:14 UTC someone pasted ${front}${rest} in the channel`]) {
    const said = masked(text)
    expect(said).toContain('•••(')
    expect(said).not.toContain(rest.slice(0, 12))
  }
})

describe('a private key', () => {
  const key = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIEowIBAAKCAQEA7bq\nabcDEF\n-----END RSA ${'PRIVATE'} KEY-----`

  test('goes as a whole, also with its line breaks written out', () => {
    expect(masked(`a\n${key}\nb`)).toBe('a\n•••(private key)\nb')
    expect(masked(`{"k": ${JSON.stringify(key)}}`)).not.toContain('MIIEow')
  })
  test('that is cut off goes up to where it ends', () => {
    expect(masked(`${key.slice(0, 60)}`)).toBe('•••(private key)')
  })
})

test('card numbers are masked by their check digit, also among other numbers', () => {
  expect(masked('paid with 4111 1111 1111 1111 123 today')).toBe('paid with •••(card number) 123 today')
  expect(masked('1234 5500-0000-0000-0004')).toBe('1234 •••(card number)')
  expect(masked('4111 1111 1111 1112')).toBe('4111 1111 1111 1112')
})

test('e-mail addresses and phone numbers are masked, addresses of machines only if asked', () => {
  expect(masked('anna.maria@example.org called +1 (415) 555-0100')).toBe(
    '•••(e-mail) called •••(phone number)',
  )
  expect(masked('from 10.0.12.7')).toBe('from 10.0.12.7')
  expect(masked('from 10.0.12.7 and 2001:db8::1', { addresses: true })).toBe(
    'from •••(address) and •••(address)',
  )
})

test('what only looks like a secret stays', () => {
  const words = [
    '2026-03-11T10:14:10.123456789Z',
    '1773224343.000100',
    '1773224072100234567',
    '2026-03-11 10:14:02 +1100 2026-03-11',
    'tokens: 400, token: expired, secret: none',
    'git@github.com:org/repo.git at 9f1c2ab0d4e5f60718293a4b5c6d7e8f90123456',
    'image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    '550e8400-e29b-41d4-a716-446655440000',
    'http://example.org:8080/path?page=2',
    'Bearer of bad news: the deploy is stuck',
  ]
  for (const text of words) expect(masked(text)).toBe(text)
})

test('chosen names are masked as whole words, the longer one first, whatever their case', () => {
  const names = ['Ana', 'Ana Maria (ops)', 'Jo.']
  expect(masked('Ana Maria (ops) and ANA saw Anatol with Jo.', { names })).toBe(
    '•••(name) and •••(name) saw Anatol with •••(name)',
  )
})

test('an e-mail address can be left to be seen, a secret never', () => {
  const secret = secrets['an AWS key']?.join('') ?? ''
  const shown = new Set(['anna@example.org', secret])
  expect(masked(`anna@example.org bob@example.org ${secret}`, { shown })).toBe(
    'anna@example.org •••(e-mail) •••(token)',
  )
})

test('what was masked is listed with its reason and how often', () => {
  const { masked } = maskEvidence('a@b.org, a@b.org; pass=x1y2z3', noMaskChoices)
  expect(masked).toEqual([
    { reason: 'password', value: 'x1y2z3', count: 1 },
    { reason: 'email', value: 'a@b.org', count: 2 },
  ])
})

test('masking what is masked changes nothing', () => {
  const once = masked(
    Object.values(secrets)
      .map((parts) => parts.join(''))
      .join('\n'),
  )
  expect(masked(once)).toBe(once)
})

describe('in JSON', () => {
  const maskJsonFile = (value: unknown) => {
    const [file] = maskFiles([{ path: 'a.json', content: JSON.stringify(value) }], createMask(noMaskChoices))
    return new TextDecoder().decode(file?.content)
  }
  test('a value is masked by the name it stands under, through escapes, and the JSON stays whole', () => {
    const text = maskJsonFile({ db_password: 'plain words', at: 1773224072100, note: 'ask "a\u0040b.org"\n' })
    expect(JSON.parse(text)).toEqual({
      db_password: '•••(token)',
      at: 1773224072100,
      note: 'ask "•••(e-mail)"\n',
    })
  })
  test('an escaped character hides nothing', () => {
    const [file] = maskFiles(
      [{ path: 'a.json', content: '{"a":"anna\\u0040example.org","b":"https:\\/\\/u:hunter2\\u0040h"}' }],
      createMask(noMaskChoices),
    )
    expect(JSON.parse(new TextDecoder().decode(file?.content))).toEqual({
      a: '•••(e-mail)',
      b: 'https://u:•••(password)@h',
    })
  })
  test('a card number that is a number becomes words, and a line that is no JSON is masked as text', () => {
    const [file] = maskFiles(
      [{ path: 'a.jsonl', content: '{"card": 4111111111111111, "n": 12}\nbroken a@b.org\n' }],
      createMask(noMaskChoices),
    )
    expect(new TextDecoder().decode(file?.content)).toBe(
      '{"card": "•••(card number)", "n": 12}\nbroken •••(e-mail)\n',
    )
  })
})

test('a zip is masked file by file, and what is no text in it is left out by name', () => {
  const zip = zipSync({
    'a/chat.txt': strToU8('10:14 UTC mail a@b.org'),
    'a/logo.png': new Uint8Array([137, 80, 0, 1]),
  })
  const [file] = maskFiles([{ path: 'x.zip', content: zip }], createMask(noMaskChoices))
  expect(file?.leftOut).toEqual(['a/logo.png'])
  const unpacked = unzipSync(file?.content ?? new Uint8Array())
  expect(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a/chat.txt', '10:14 UTC mail •••(e-mail)'],
  ])
})

test('the same files make the same masked bytes', () => {
  const zip = zipSync({ 'chat.txt': strToU8('10:14 UTC hello') }, { mtime: new Date('2020-02-02') })
  const again = zipSync({ 'chat.txt': strToU8('10:14 UTC hello') }, { mtime: new Date('2021-03-03') })
  const contentOf = (content: Uint8Array) =>
    maskFiles([{ path: 'x.zip', content }], createMask(noMaskChoices))[0]?.content
  expect(contentOf(zip)).toEqual(contentOf(again))
})

test('a picture stays where it is', () => {
  const [file] = maskFiles(
    [{ path: 'a.png', content: new Uint8Array([137, 80, 0, 0, 7]) }],
    createMask(noMaskChoices),
  )
  expect(file).toMatchObject({ isUnreadable: true, content: new Uint8Array() })
})

test('a masked export is read like the one it was made of', () => {
  const messages = [
    {
      type: 'message',
      user: 'U1',
      ts: '1773224343.000100',
      text: 'mail me at anna@example.org',
      user_profile: { real_name: 'Anna' },
    },
    { type: 'message', user: 'U1', ts: '1773224360.000200', text: 'rolled back' },
  ]
  const content = JSON.stringify(messages)
  const masked = maskFiles([{ path: '2026-03-11.json', content }], createMask(noMaskChoices))
  const [before] = readEvidence([{ path: '2026-03-11.json', content }], noAnswers)
  const [after] = readEvidence(masked, noAnswers)
  expect(after?.format).toBe('slack-export')
  expect(after?.drafts.map(({ at, nativeId }) => [at, nativeId])).toEqual(
    before?.drafts.map(({ at, nativeId }) => [at, nativeId]),
  )
  expect(after?.drafts[0]?.text).toBe('mail me at •••(e-mail)')
})

const hostile: Record<string, string> = {
  'one letter': 'a'.repeat(400_000),
  'digits in groups': '1 '.repeat(200_000),
  'at signs': 'a@'.repeat(200_000),
  'dotted labels': `a@${'a.'.repeat(200_000)}`,
  'beginnings of keys': 'eyJaaaaaaaaaa.'.repeat(30_000),
  'beginnings of private keys': `-----BEGIN ${'PRIVATE'} KEY-----`.repeat(12_000),
  'names of passwords': 'password='.repeat(50_000),
  'open addresses': 'ab://'.repeat(80_000),
  'plus signs': '+1'.repeat(200_000),
  'hex and colons': 'a:'.repeat(200_000),
  'open quotes': `[${'"a\n'.repeat(130_000)}`,
  backslashes: `["${'\\'.repeat(400_000)}`,
}
// Looked at again from each place in it, any of them would take longer than a test may.
test.each(Object.entries(hostile))('400 kB of %s are masked', (_what, text) => {
  const files = maskFiles(
    [{ path: 'a', content: text }],
    createMask({ ...noMaskChoices, addresses: true, names: ['a b', 'aa'] }),
  )
  expect(files).toHaveLength(1)
})
