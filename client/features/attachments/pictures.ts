import { MOST_ATTACHED_BYTES } from '../../../shared/wire/attachments.ts'
import type { Cover, Size } from './covers.ts'

export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']

/** No screen shows more at once, and the server takes no more than fits into a file. */
const MOST_SIDE = 4_096
const THUMBNAIL_SIDE = 480

export type EncodedPicture = Size & {
  picture: Blob
  /** Null where the picture itself is no larger. */
  thumbnail: Blob | null
}

export type OpenedPicture = Size & {
  drawOn: (canvas: HTMLCanvasElement) => void
  /** Anew from its points, with the covers among them: what stood beside them in the file stays on this device. */
  encode: (covers: readonly Cover[]) => Promise<EncodedPicture>
  close: () => void
}

/** Null for what this browser cannot read as a picture. */
export type OpenPicture = (file: File) => Promise<OpenedPicture | null>

export const openPicture: OpenPicture = async (file) => {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const { width, height } = bitmap
  // Points between colours are what JPEG is bad at: only what was one stays one.
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
  return {
    width,
    height,
    drawOn: (canvas) => draw(canvas, bitmap, sizeWithin({ width, height }, MOST_SIDE)),
    encode: async (covers) => {
      const whole = document.createElement('canvas')
      const size = sizeWithin({ width, height }, MOST_SIDE)
      draw(whole, bitmap, size)
      cover(whole, covers, size.width / width)
      const picture = await blobOf(whole, type)
      const small = picture.size > MOST_ATTACHED_BYTES ? await blobOf(whole, 'image/jpeg') : picture
      const thumbnailSize = sizeWithin(size, THUMBNAIL_SIDE)
      if (thumbnailSize.width === size.width) return { ...size, picture: small, thumbnail: null }
      const thumbnail = document.createElement('canvas')
      draw(thumbnail, whole, thumbnailSize)
      return { ...size, picture: small, thumbnail: await blobOf(thumbnail, 'image/webp') }
    },
    close: () => bitmap.close(),
  }
}

function sizeWithin({ width, height }: Size, mostSide: number): Size {
  const scale = Math.min(1, mostSide / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

function draw(canvas: HTMLCanvasElement, from: CanvasImageSource, { width, height }: Size): void {
  canvas.width = width
  canvas.height = height
  contextOf(canvas).drawImage(from, 0, 0, width, height)
}

function cover(canvas: HTMLCanvasElement, covers: readonly Cover[], scale: number): void {
  const context = contextOf(canvas)
  context.fillStyle = '#000'
  for (const { x, y, width, height } of covers) {
    const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)]
    context.fillRect(left, top, Math.ceil((x + width) * scale) - left, Math.ceil((y + height) * scale) - top)
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas.')
  return context
}

/** A browser that cannot write a type writes PNG; the server looks for itself. */
const blobOf = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('Too large to write.'))), type, 0.9),
  )
