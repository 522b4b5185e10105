import { useMemo } from 'react'
import { attachmentWords } from '../../../shared/content/attachments.ts'
import { cardKinds } from '../../../shared/content/cards.ts'
import type { ContentChange } from '../../../shared/content/compareContent.ts'
import type { ContentCopy } from '../../../shared/content/contentCopy.ts'
import type { RecordRoot } from '../../../shared/content/place.ts'
import { incidentRoleGuide } from '../../../shared/guide/incidentRoles.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { cardKindWords } from '../../room/cardKindWords.ts'
import { NotesProse } from '../../room/NotesProse.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { ChangeMark } from './ChangeMark.tsx'
import { fieldsInWords } from './fieldsInWords.ts'
import styles from './History.module.css'
import { HistorySection, type Piece } from './HistorySection.tsx'
import { markInWords, subjectOfMark } from './markInWords.ts'
import { useWriterWords } from './useWriterWords.ts'

type CheckpointContentProps = {
  number: number
  copy: ContentCopy
  now: ContentCopy
  changes: readonly ContentChange[]
  isOnlyChanges: boolean
}

/** Everything as it was, and beside each piece that differs what became of it and who changed it. */
export function CheckpointContent({ number, copy, now, changes, isOnlyChanges }: CheckpointContentProps) {
  const { agenda } = useMeeting()
  const writerWords = useWriterWords(number)
  const changeByPlace = useMemo(() => new Map(changes.map((change) => [change.place, change])), [changes])
  const zone = (copy.incident ?? now.incident)?.zone ?? 'UTC'

  const pieceOf = (
    place: ContentChange['place'],
    then: Piece['then'],
    after: Piece['now'],
    lead?: string,
  ): Piece => {
    const change = changeByPlace.get(place) ?? null
    const mark = change && (
      <ChangeMark change={change} by={writerWords(place)} movedTo={movedTo(change, now)} />
    )
    // Where only something else about it differs, its words are not said twice.
    const isSame = change === null || change.what === 'removed' || then === after
    return { place, then, now: isSame ? null : after, mark, ...(lead !== undefined && { lead }) }
  }
  const piecesOf = <Value extends { id: string }>(
    root: RecordRoot,
    [then, after]: [readonly Value[], readonly Value[]],
    wordsOf: (value: Value) => string,
    leadOf?: (value: Value) => string,
  ): Piece[] => {
    const afterById = new Map(after.map((value) => [value.id, value]))
    const known = new Set(then.map(({ id }) => id))
    const stood = then.map((value) => {
      const standing = afterById.get(value.id)
      return pieceOf(
        `${root}/${value.id}`,
        wordsOf(value),
        standing ? wordsOf(standing) : null,
        leadOf?.(value),
      )
    })
    const added = after.flatMap((value) =>
      known.has(value.id) ? [] : pieceOf(`${root}/${value.id}`, null, wordsOf(value), leadOf?.(value)),
    )
    return [...stood, ...added.filter(({ mark }) => mark !== null)]
  }

  const prose = (['summary', 'impact'] as const).map((place) => ({
    title: place === 'summary' ? 'Summary' : 'Impact',
    pieces:
      copy[place] === '' && now[place] === ''
        ? []
        : [pieceOf(place, copy[place] || null, now[place] || null)],
  }))
  const cardsOf = (kind: (typeof cardKinds)[number]): Piece[] => {
    const known = new Map(copy.cards.map((card) => [card.id, card]))
    const then = copy.cards.filter((card) => card.place.kind === kind)
    // A card that stood in another column is told there.
    const after = now.cards.filter((card) => known.has(card.id) || card.place.kind === kind)
    const stood = new Set(then.map(({ id }) => id))
    return piecesOf(
      'cards',
      [then, after.filter((card) => stood.has(card.id) || !known.has(card.id))],
      ({ text }) => text,
    )
  }
  const notes = agenda.map(({ id, title }): Piece => {
    const [then, after] = [copy, now].map(
      ({ notes }) => notes.find(({ itemId }) => itemId === id)?.nodes ?? null,
    )
    const change = changeByPlace.get(`notes/${id}`)
    return {
      ...pieceOf(
        `notes/${id}`,
        then && <NotesProse nodes={then} />,
        after && <NotesProse nodes={after} />,
        title,
      ),
      ...(!change && { now: null }),
    }
  })

  const sections = [
    ...prose,
    {
      title: 'Timeline',
      pieces: piecesOf(
        'timeline',
        [copy.timeline, now.timeline],
        ({ text }) => text,
        ({ occurred }) => momentWithDay(occurred, zone),
      ),
    },
    ...cardKinds.map((kind) => ({
      title: cardKindWords[kind],
      glyph: <Glyph kind={kind} />,
      pieces: cardsOf(kind),
    })),
    {
      title: 'Actions',
      pieces: piecesOf('actionItems', [copy.actionItems, now.actionItems], ({ outcome }) => outcome),
    },
    {
      title: 'Metrics',
      pieces: piecesOf('metricSeries', [copy.metricSeries, now.metricSeries], ({ name }) => name),
    },
    {
      title: 'Attachments',
      pieces: piecesOf(
        'attachments',
        [copy.attachments, now.attachments],
        ({ name }) => name,
        ({ what }) => attachmentWords[what],
      ),
    },
    {
      title: 'People',
      pieces: piecesOf(
        'roleHolders',
        [copy.roleHolders, now.roleHolders],
        ({ name }) => name,
        ({ role }) => incidentRoleGuide[role].title,
      ),
    },
    {
      title: 'Preparation',
      pieces: piecesOf(
        'preparationMarks',
        [copy.preparationMarks, now.preparationMarks],
        markInWords,
        subjectOfMark,
      ),
    },
    { title: 'Notes', pieces: notes.filter(({ then, now }) => then !== null || now !== null) },
  ]
  const incident = changeByPlace.get('incident')
  const incidentWords = fieldsInWords(incident?.fields ?? [])
  const shown = sections
    .map((section) => ({
      ...section,
      pieces: isOnlyChanges ? section.pieces.filter(({ mark }) => mark !== null) : section.pieces,
    }))
    .filter(({ pieces }) => pieces.length > 0)
  return (
    <div className={styles.content}>
      {incident && (
        <p className={styles.incident}>
          What is said of the incident itself has changed {writerWords('incident')}
          {incidentWords && `: ${incidentWords}`}.
        </p>
      )}
      {shown.map((section) => (
        <HistorySection key={section.title} {...section} />
      ))}
      {shown.length === 0 && !incident && <p className={styles.nothing}>Nothing was written yet.</p>}
    </div>
  )
}

/** The column a card stands in now; undefined for whatever stayed where it was. */
function movedTo({ place, what }: ContentChange, now: ContentCopy): string | undefined {
  if (what !== 'moved' || !place.startsWith('cards/')) return undefined
  const card = now.cards.find(({ id }) => `cards/${id}` === place)
  return card && cardKindWords[card.place.kind]
}
