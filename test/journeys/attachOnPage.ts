import type { Page } from '@playwright/test'

/** Pastes where the focus is, as a keyboard would. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const focused = document.activeElement ?? document.body
    focused.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

/** A photograph that says where it was taken, as phones write it: the note stands behind the first two bytes. */
export const pastePhoto = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 1_200
    canvas.height = 800
    const context = canvas.getContext('2d')
    context?.fillText('p95 latency', 100, 100)
    const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
    if (!photo) throw new Error('This browser writes no JPEG.')
    const note = [...'Exif\0\0GPSLatitude'].map((letter) => letter.charCodeAt(0))
    const segment = new Uint8Array([0xff, 0xe1, 0, note.length + 2, ...note])
    const file = new File([photo.slice(0, 2), segment, photo.slice(2)], 'IMG_1014.jpg', {
      type: 'image/jpeg',
    })
    const clipboardData = new DataTransfer()
    clipboardData.items.add(file)
    const focused = document.activeElement ?? document.body
    focused.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })

export const logOf = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, line) =>
      `2026-03-10T10:${String(line % 60).padStart(2, '0')}:00Z pool=orders wait=${line} ana@example.org`,
  ).join('\n')
