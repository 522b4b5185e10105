/** What the structure of a picture says, read from its own bytes. */
export type ImageHead = {
  width: number
  height: number
  /** It has notes of a camera or a program in it: where it was taken, with what, by whom. */
  tellsMore: boolean
}

/** Big-endian everywhere but in GIF and WebP. Reading past the end throws a RangeError: a cut-off file. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const lettersAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))
