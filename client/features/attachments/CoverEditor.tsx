import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import styles from './Attachments.module.css'
import { byArrow, type Cover, coverBetween, coverInTheMiddle, coversSomething, movedBy } from './covers.ts'
import type { OpenedPicture } from './pictures.ts'

type Point = { x: number; y: number }
type Drag = { from: Point; moves: number | null; before: Cover }

type CoverEditorProps = {
  picture: OpenedPicture
  covers: readonly Cover[]
  onChange: (covers: readonly Cover[]) => void
}

/** The picture, with boxes over what nobody is to see: drawn with the pointer, or placed with the arrows. */
export function CoverEditor({ picture, covers, onChange }: CoverEditorProps) {
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<Cover | null>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const drag = useRef<Drag | null>(null)
  /** The one just added takes the focus, once. */
  const added = useRef<number | null>(null)
  const { width, height } = picture

  useEffect(() => {
    if (canvas.current) picture.drawOn(canvas.current)
  }, [picture])

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = stage.current?.getBoundingClientRect()
    if (!box || box.width === 0) return { x: 0, y: 0 }
    return {
      x: ((clientX - box.left) / box.width) * width,
      y: ((clientY - box.top) / box.height) * height,
    }
  }
  const put = (index: number, cover: Cover) =>
    onChange(covers.map((old, position) => (position === index ? cover : old)))
  const take = (index: number) => {
    onChange(covers.filter((_, position) => position !== index))
    setFocused(null)
    stage.current?.focus()
  }
  const add = (cover: Cover) => {
    onChange([...covers, cover])
    added.current = covers.length
  }
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    const on = event.target instanceof HTMLElement ? event.target.dataset.cover : undefined
    const moves = on === undefined ? null : Number(on)
    const from = pointOf(event)
    const before = (moves === null ? undefined : covers[moves]) ?? coverBetween(from, from, picture)
    drag.current = { from, moves, before }
    stage.current?.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (!drag.current) return
    const { from, moves, before } = drag.current
    const to = pointOf(event)
    if (moves === null) setDrawn(coverBetween(from, to, picture))
    else put(moves, movedBy(before, to.x - from.x, to.y - from.y, picture))
  }
  const release = () => {
    drag.current = null
    if (drawn && coversSomething(drawn)) add(drawn)
    setDrawn(null)
  }

  return (
    <div className={styles.editor}>
      <div className={styles.stageRoom}>
        <div
          ref={stage}
          className={styles.stage}
          style={{
            aspectRatio: `${width} / ${height}`,
            maxInlineSize: `min(100%, ${width}px, ${(56 * width) / height}vh)`,
          }}
          tabIndex={-1}
          onPointerDown={press}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={release}
        >
          <canvas ref={canvas} role="img" aria-label="The picture" />
          {covers.map((cover, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a cover is its position among the others
              key={index}
              type="button"
              ref={(element) => {
                if (index !== added.current || !element) return
                added.current = null
                element.focus()
              }}
              className={styles.cover}
              style={placeOf(cover, picture)}
              data-cover={index}
              aria-label={`Cover ${index + 1}. Arrows move it, Shift and arrows size it, Delete takes it away.`}
              onFocus={() => setFocused(index)}
              onKeyDown={(event) => {
                const changed = byArrow(cover, event, picture)
                if (changed) put(index, changed)
                else if (event.key === 'Delete' || event.key === 'Backspace') take(index)
                else return
                event.preventDefault()
              }}
            />
          ))}
          {drawn && <span className={styles.cover} style={placeOf(drawn, picture)} />}
        </div>
      </div>
      <div className={styles.row}>
        <Button size="sm" onClick={() => add(coverInTheMiddle(picture))}>
          Cover a part
        </Button>
        {focused !== null && covers[focused] && (
          <Button size="sm" kind="quiet" onClick={() => take(focused)}>
            Take cover {focused + 1} away
          </Button>
        )}
        <p className={styles.hint}>
          {covers.length === 0
            ? 'Or draw boxes over it. What is under them is gone before anything is sent.'
            : `${covers.length === 1 ? 'One part is' : `${covers.length} parts are`} covered for good.`}
        </p>
      </div>
    </div>
  )
}

const placeOf = ({ x, y, ...cover }: Cover, { width, height }: OpenedPicture) => ({
  insetInlineStart: `${(x / width) * 100}%`,
  insetBlockStart: `${(y / height) * 100}%`,
  inlineSize: `${(cover.width / width) * 100}%`,
  blockSize: `${(cover.height / height) * 100}%`,
})
