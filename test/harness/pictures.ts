import { crc32, deflateSync } from 'node:zlib'

const letters = (text: string) => Buffer.from(text, 'latin1')
const uint = (value: number, bytes: number, isLittle = false) => {
  const written = Buffer.alloc(bytes)
  if (isLittle) written.writeUIntLE(value, 0, bytes)
  else written.writeUIntBE(value, 0, bytes)
  return written
}

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([letters(kind), data])
  return Buffer.concat([uint(data.length, 4), body, uint(crc32(body), 4)])
}

/** A PNG of one grey, as large as it says, with `more` chunks before its points. */
export function pngOf(width: number, height: number, more: [kind: string, data: Uint8Array][] = []): Buffer {
  const head = Buffer.concat([uint(width, 4), uint(height, 4), Buffer.from([8, 0, 0, 0, 0])])
  const points = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 100_000)))
  return Buffer.concat([
    letters('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', head),
    ...more.map(([kind, data]) => chunk(kind, data)),
    chunk('IDAT', points),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, data: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, marker]), uint(data.length + 2, 2), data])

/** The outside of a JPEG, whose points nobody looks at here. */
export function jpegOf(width: number, height: number, more: [marker: number, data: string][] = []): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, letters('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...more.map(([marker, data]) => segment(marker, letters(data))),
    segment(
      0xc0,
      Buffer.concat([Buffer.from([8]), uint(height, 2), uint(width, 2), Buffer.from([1, 1, 0x11, 0])]),
    ),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ])
}

/** `more` are blocks before its one image. */
export function gifOf(width: number, height: number, more: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    letters('GIF89a'),
    uint(width, 2, true),
    uint(height, 2, true),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    more,
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ])
}
export const gifComment = (text: string) =>
  Buffer.concat([Buffer.from([0x21, 0xfe, text.length]), letters(text), Buffer.from([0])])

const riffChunk = (kind: string, data: Uint8Array) =>
  Buffer.concat([letters(kind), uint(data.length, 4, true), data, Buffer.alloc(data.length % 2)])

/** A WebP with a header of its own, as the browser makes one with transparency. */
export function webpOf(width: number, height: number, more: [kind: string, data: string][] = []): Buffer {
  const head = Buffer.concat([Buffer.alloc(4), uint(width - 1, 3, true), uint(height - 1, 3, true)])
  const chunks = Buffer.concat([
    riffChunk('VP8X', head),
    ...more.map(([kind, data]) => riffChunk(kind, letters(data))),
    riffChunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0])),
  ])
  return Buffer.concat([letters('RIFF'), uint(chunks.length + 4, 4, true), letters('WEBP'), chunks])
}
