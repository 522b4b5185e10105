import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { orThrow } from '../../room/orThrow.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { TryAgain } from '../../ui/TryAgain.tsx'
import styles from './Attachments.module.css'
import { readLog } from './readLog.ts'

const LINE_PX = 18
/** Beyond this a line is no line but a file without line breaks: the download has all of it. */
const MOST_LINE = 2_000

/** A log as it is kept: only the lines in sight are on the page. */
export function LogViewer({ address, name }: { address: string; name: string }) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['log', address],
    queryFn: ({ signal }) => orThrow(readLog(address, signal)),
    staleTime: Number.POSITIVE_INFINITY, // it never changes
    gcTime: 0,
  })
  if (error && !data)
    return (
      <TryAgain
        title="The log could not be read"
        sentence={error.sentence}
        isBusy={isFetching}
        onTryAgain={refetch}
      />
    )
  if (!data) return <Skeleton rows={8} label={`${name} is being read`} />
  return <Lines lines={data} name={name} />
}

function Lines({ lines, name }: { lines: readonly string[]; name: string }) {
  const room = useRef<HTMLDivElement>(null)
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState(-1)
  const found = useMemo(() => placesOf(sought, lines), [sought, lines])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => room.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
  })
  const at = found[chosen]
  const go = (to: number) => {
    const next = found.length === 0 ? undefined : (to + found.length) % found.length
    const line = next === undefined ? undefined : found[next]
    if (next === undefined || line === undefined) return announce('Not found')
    setChosen(next)
    virtualizer.scrollToIndex(line, { align: 'center' })
    announce(`Line ${line + 1}: ${(lines[line] ?? '').slice(0, 200)}`)
  }

  return (
    <div className={styles.viewer}>
      <search className={styles.row}>
        <TextInput
          aria-label={`Search in ${name}`}
          placeholder="Search in it"
          value={sought}
          onChange={({ currentTarget }) => {
            setSought(currentTarget.value)
            setChosen(-1)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            go(chosen + (event.shiftKey ? -1 : 1))
          }}
        />
        <IconButton label="Previous" size="sm" onClick={() => go(Math.max(chosen, 0) - 1)}>
          <ChevronUp aria-hidden="true" />
        </IconButton>
        <IconButton label="Next" size="sm" onClick={() => go(chosen + 1)}>
          <ChevronDown aria-hidden="true" />
        </IconButton>
        <p className={styles.hint} role="status">
          {foundInWords(sought, found.length, chosen)}
        </p>
      </search>
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: something that scrolls must be reachable to be scrolled */}
      <div ref={room} className={styles.lines} role="region" aria-label={`Lines of ${name}`} tabIndex={0}>
        <div className={styles.allLines} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
              data-found={index === at || undefined}
            >
              <span className={styles.number}>{index + 1}</span>
              <code>{shortened(lines[index] ?? '')}</code>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

const shortened = (line: string): string =>
  line.length > MOST_LINE
    ? `${line.slice(0, MOST_LINE)}… (${line.length.toLocaleString('en')} characters)`
    : line

function placesOf(sought: string, lines: readonly string[]): number[] {
  const word = sought.trim().toLowerCase()
  if (word === '') return []
  return lines.flatMap((line, index) => (line.toLowerCase().includes(word) ? [index] : []))
}

function foundInWords(sought: string, count: number, chosen: number): string {
  if (sought.trim() === '') return ''
  if (count === 0) return 'Not found'
  const lines = `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`
  return chosen >= 0 ? `${chosen + 1} of ${lines}` : lines
}
