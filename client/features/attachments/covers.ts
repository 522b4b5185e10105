/** A part of a picture that nobody is to see, in points of the picture. */
export type Cover = { x: number; y: number; width: number; height: number }
export type Size = { width: number; height: number }
type Point = { x: number; y: number }

const LEAST = 4

const within = (value: number, most: number): number => Math.max(0, Math.min(Math.round(value), most))

/** Between two points, in whichever order, and inside of the picture. */
export function coverBetween(a: Point, b: Point, { width, height }: Size): Cover {
  const [left, right] = [within(Math.min(a.x, b.x), width), within(Math.max(a.x, b.x), width)]
  const [top, bottom] = [within(Math.min(a.y, b.y), height), within(Math.max(a.y, b.y), height)]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A press without a stroke covers nothing. */
export const coversSomething = ({ width, height }: Cover): boolean => width >= LEAST && height >= LEAST

/** In the middle, for whoever draws none. */
export const coverInTheMiddle = ({ width, height }: Size): Cover =>
  coverBetween(
    { x: width * 0.35, y: height * 0.425 },
    { x: width * 0.65, y: height * 0.575 },
    { width, height },
  )

export const movedBy = (cover: Cover, x: number, y: number, size: Size): Cover => ({
  ...cover,
  x: within(cover.x + x, size.width - cover.width),
  y: within(cover.y + y, size.height - cover.height),
})

export const sizedBy = (cover: Cover, width: number, height: number, size: Size): Cover => ({
  ...cover,
  width: Math.max(LEAST, within(cover.width + width, size.width - cover.x)),
  height: Math.max(LEAST, within(cover.height + height, size.height - cover.y)),
})

/** What an arrow does to a cover: moves it, with Shift sizes it. Null for any other key. */
export function byArrow(
  cover: Cover,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  size: Size,
): Cover | null {
  const step = Math.max(1, Math.round(Math.max(size.width, size.height) / 100))
  const direction = directions[key]
  if (!direction) return null
  const change = shiftKey ? sizedBy : movedBy
  return change(cover, direction.x * step, direction.y * step, size)
}

const directions: Readonly<Record<string, Point | undefined>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
