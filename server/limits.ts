import { ok, type Result, refuse } from '../shared/result.ts'
import { MOST_ATTACHED_BYTES } from '../shared/wire/attachments.ts'
import { MOST_PRESENCE_BYTES } from '../shared/wire/presence.ts'

const KIB = 1024
const MIB = 1024 * KIB

/**
 * What anyone outside may ask of this server. All of it is far above what a page of ours does by itself. Each number can
 * be set by the environment: `frameBytes` is `LIMIT_FRAME_BYTES`.
 */
export const defaultLimits = {
  /** One message on the socket. A page that was offline sends all it wrote in one. */
  frameBytes: 2.25 * MIB,
  /** One change of a document. */
  updateBytes: 2 * MIB,
  /** What a page says it has of a document: a few bytes for each page that ever wrote in it. */
  stateVectorBytes: 256 * KIB,
  /** A whole document. A full one takes deletions only. */
  documentBytes: 16 * MIB,
  /** How deep a record may hold records: deleting it takes stack for each level. */
  nestedLevels: 200,
  presenceBytes: MOST_PRESENCE_BYTES,
  /** Sent to a socket and not yet read at its other end. */
  unreadBytes: 64 * MIB,

  /** Open sockets of one person or one stage key: tabs, phones, a laptop that has not noticed it went offline. */
  socketsPerPerson: 40,
  /** A whole office can share one address. */
  socketsPerAddress: 1_000,
  connectionsPerAddress: 1_000,
  connections: 10_000,
  /** Until the headers of a request, and all of it, must have come in. */
  headersSeconds: 10,
  requestSeconds: 60,

  /** Of one person on all sockets together: thirty minutes of typing offline arrive as single messages at once. */
  messagesBurst: 20_000,
  messagesPerSecond: 300,
  bytesBurst: 32 * MIB,
  bytesPerSecond: MIB,
  /** Each is answered with what the page lacks of the document, at worst all of it. */
  stateRequestsBurst: 80,
  stateRequestsPerSecond: 2,
  /** Documents and sockets opened. */
  attachmentsBurst: 160,
  attachmentsPerSecond: 4,
  /** Changes whose predecessors are missing: they are dropped and asked for again. */
  gapsBurst: 40,
  gapsPerSecond: 1,
  /** Yjs client ids a document has not met. A page types with one; each is kept for good, and weighs on every merge. */
  writersBurst: 500,
  writersPerSecond: 1,
  /** Time the server spends on merging somebody's changes, in ms. */
  mergingMsBurst: 5_000,
  mergingMsPerSecond: 200,

  bodyBytes: 64 * KIB,
  /** An incident file. */
  importBytes: 3 * MIB,
  /** A file of evidence, as it is unpacked; and as it comes, deflated and in letters. */
  evidenceFileBytes: 64 * MIB,
  evidenceUploadBytes: 12 * MIB,
  /** Of one postmortem, as it is stored. */
  evidenceBytes: 256 * MIB,
  evidenceFiles: 200,
  /** A file that is attached, as it is unpacked; and as it comes, deflated and in letters. */
  attachedFileBytes: MOST_ATTACHED_BYTES,
  attachedUploadBytes: 14 * MIB,
  /** Of one postmortem, as it is stored. A picture is two files: itself and a small one. */
  attachedBytes: 256 * MIB,
  attachedFiles: 1_000,
  /** Points of a picture: a small file can unpack to gigabytes in whatever shows it. */
  imagePoints: 50_000_000,
  /** Sent by one person. */
  attachedFilesPerMinute: 60,
  /** Of one person. */
  commandsPerTenSeconds: 100,
  /** Of one person, at their sealed answers: a page looks at them every twenty seconds. */
  answerRequestsPerMinute: 60,
  /** Comments one person writes, changes, takes away or resolves. */
  commentsPerMinute: 60,
  /** From one address, by nobody known: guessing at sessions and keys is among them. */
  strangersRequestsPerMinute: 600,
  /** From one address. */
  namesPerTenMinutes: 300,
  /** At one account, whatever the address. */
  signInsPerTenMinutes: 10,
  signInsPerAddressPerTenMinutes: 100,
}

export type Limits = { readonly [Name in keyof typeof defaultLimits]: number }

/** Every `LIMIT_…` variable is one of these numbers; a misspelt one would protect nobody, and is named. */
export function limitsIn(given: Record<string, string | undefined>): Result<Limits, string[]> {
  const set: Partial<Record<string, number>> = {}
  const wrong: string[] = []
  for (const [variable, value] of Object.entries(given)) {
    const text = value?.trim()
    if (!variable.startsWith('LIMIT_') || !text) continue
    const name = Object.keys(defaultLimits).find((limit) => variableOf(limit) === variable)
    const number = Number(text)
    if (name === undefined)
      wrong.push(`${variable} is set, and there is no such limit. The README lists them.`)
    else if (!(number > 0 && number < Number.POSITIVE_INFINITY))
      wrong.push(`${variable} is “${text}”; it takes a number above 0.`)
    else set[name] = number
  }
  return wrong.length > 0 ? refuse(wrong) : ok({ ...defaultLimits, ...set })
}

/** `frameBytes` → `LIMIT_FRAME_BYTES`. */
export const variableOf = (limit: string): string =>
  `LIMIT_${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
