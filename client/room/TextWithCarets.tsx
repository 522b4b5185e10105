import { Fragment, useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import styles from './TextWithCarets.module.css'
import { type OtherCaret, useCarets } from './useCarets.ts'
import { useText } from './useContent.ts'

/** A shared text to read, with the others' carets in it. `placeholder` stands there while it is empty. */
export function TextWithCarets({
  text,
  place,
  placeholder = '',
}: {
  text: Y.Text
  place: PresencePlace
  placeholder?: string
}) {
  const written = useText(text)
  const carets = useCarets(text, place, written)
  if (written === '' && carets.length === 0) return <span className={styles.placeholder}>{placeholder}</span>
  return <LettersAndCarets letters={written} carets={carets} ownIndex={null} />
}

/** The letters with a mark at each caret. `ownIndex` is the reader's own caret, whose line no flag may cover. */
export function LettersAndCarets({
  letters,
  carets,
  ownIndex,
}: {
  letters: string
  carets: readonly OtherCaret[]
  ownIndex: number | null
}) {
  const root = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (root.current && carets.length > 0) turnFlags(root.current)
  })
  const marks = [...carets, ...(ownIndex === null ? [] : [{ clientId: 0, index: ownIndex }])].sort(
    (a, b) => a.index - b.index,
  )
  let from = 0
  return (
    <span className={styles.letters} ref={root}>
      {marks.map((mark) => {
        const before = letters.slice(from, mark.index)
        from = mark.index
        return (
          <Fragment key={mark.clientId}>
            {before}
            {'name' in mark ? <Caret caret={mark} /> : <span data-own-caret="" />}
          </Fragment>
        )
      })}
      {letters.slice(from)}
    </span>
  )
}

/** A new `movedAt` makes a new flag, which shows itself and goes again. */
function Caret({ caret: { name, colour, movedAt } }: { caret: OtherCaret }) {
  const ground = { '--person': `var(--p${colour})` } as React.CSSProperties // a custom property is no known style
  return (
    <span className={styles.caret} style={ground} data-caret={name} aria-hidden="true">
      <span className={styles.flag} key={movedAt}>
        {name.split(' ')[0]}
      </span>
    </span>
  )
}

/** Flags stand above their caret; below where they would cover the line being written, to the left at the edge. */
function turnFlags(root: HTMLElement): void {
  const edge = (root.closest('[data-caret-area]') ?? root.parentElement ?? root).getBoundingClientRect()
  const own = root.querySelector('[data-own-caret]')?.getBoundingClientRect()
  for (const caret of root.querySelectorAll<HTMLElement>('[data-caret]')) {
    const at = caret.getBoundingClientRect()
    const flag = caret.firstElementChild?.getBoundingClientRect()
    if (!flag) continue
    const isBelowOwnLine = own !== undefined && at.top > own.top + 2 && at.top - own.bottom < flag.height
    caret.toggleAttribute('data-below', isBelowOwnLine)
    caret.toggleAttribute('data-left', at.left + flag.width > edge.right)
  }
}
