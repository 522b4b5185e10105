import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { linkToOriginal } from '../../../shared/content/webLink.ts'
import { evidenceFilePath } from '../../../shared/wire/evidence.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { evidenceQuery } from '../../room/evidenceQuery.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'
import { addOffers, type ChosenOffer, identityIn, isIn } from './addOffers.ts'
import type {
  EvidenceSource,
  EvidenceTold,
  GivenFile,
  KeptSource,
  OfferRow,
  ReadSettings,
  ReadSummary,
  SourceProgress,
} from './evidenceMessages.ts'
import { noteTaken } from './noteTaken.ts'
import { sourceInWords } from './sourceInWords.ts'
import { standingInWords } from './sourceStanding.ts'
import { type EvidenceReader, type StartReader, startReader } from './startReader.ts'
import { useOfferChoices } from './useOfferChoices.ts'
import { useRecordIds } from './useRecordIds.ts'
import { useTypedSince } from './useTypedSince.ts'

const noSettings: ReadSettings = {
  answers: {},
  offsetsMs: {},
  names: [],
  masksAddresses: false,
  shown: [],
  without: [],
}

/** Rows are never looked through while the page is drawn: there may be fifty thousand. */
export type Reading = ReadSummary & {
  rows: readonly OfferRow[]
  byIdentity: ReadonlyMap<string, OfferRow>
}
/** `here`: in the timeline or on the board; `removed`: was there, and somebody took it out. */
export type OfferState = 'new' | 'here' | 'removed'

/** What is being imported: from files to what the person chose of them, and into the document. */
export function useEvidenceImport(start: StartReader = startReader) {
  const room = useRoom()
  const queryClient = useQueryClient()
  // Asked once, and again with each reading: a meeting of thirty has better to do than to ask twice a minute.
  const { data: kept } = useQuery({ ...evidenceQuery(room.postmortemId), refetchInterval: false })
  const [reading, setReading] = useState<Reading | null>(null)
  const [progress, setProgress] = useState<readonly SourceProgress[] | null>(null)
  const [isLookedThrough, setLookedThrough] = useState(false)
  const [problem, setProblem] = useState<Pick<Problem, 'sentence'> | null>(null)
  const [settings, setSettings] = useState(noSettings)
  const [isAdding, setIsAdding] = useState(false)
  const choices = useOfferChoices()
  const { wanted, placeOf, stageOf } = choices
  const reader = useRef<EvidenceReader | null>(null)
  const run = useRef(0)
  const arriving = useRef({ rows: [] as OfferRow[], byIdentity: new Map<string, OfferRow>() })
  /** Suggested once, and from then on as the person chose. */
  const suggestedBefore = useRef(new Set<string>())
  /** Of each source it is said once how it was read. */
  const toldOf = useRef(new Set<string>())
  const typed = useTypedSince()
  const whenKept = useRef<((kept: readonly KeptSource[], problem: Problem | null) => void) | null>(null)

  useEffect(() => () => reader.current?.stop(), [])

  const heard = (told: EvidenceTold) => {
    if (told.told === 'kept') return whenKept.current?.(told.kept, told.problem)
    if (told.run !== run.current) return // of a reading that another one has overtaken
    if (told.told === 'progress') setProgress(told.sources)
    else if (told.told === 'rows') told.rows.forEach(arrived)
    else if (told.told === 'read') {
      const fresh = told.suggested.filter((identity) => !suggestedBefore.current.has(identity))
      for (const identity of fresh) suggestedBefore.current.add(identity)
      const isKnown = (identity: string) => taken.has(identity)
      choices.want(fresh.filter((identity) => !isKnown(identity)))
      setReading({ ...told, ...arriving.current })
      setProgress(null)
      // A dialog that opens while somebody writes would take the rest of their words.
      if (!typed.isWriting()) setLookedThrough(true)
      tellStandings(told.sources)
      announce(`${arriving.current.rows.length} things read. Nothing is added yet.`)
    } else {
      setProgress(null)
      setIsAdding(false)
      setProblem({
        sentence:
          'Reading this stopped before its end. Nothing was added or sent, and the file is unchanged. Try a part of it.',
      })
    }
  }
  const tellStandings = (sources: readonly EvidenceSource[]) => {
    for (const source of sources.filter(({ name }) => !toldOf.current.has(name))) {
      toldOf.current.add(source.name)
      announce(standingInWords(source))
    }
  }
  const arrived = (row: OfferRow) => {
    arriving.current.rows.push(row)
    for (const { identity } of [row, ...row.alsoFrom]) arriving.current.byIdentity.set(identity, row)
  }
  const begin = () => {
    reader.current ??= start(heardLast.current)
    arriving.current = { rows: [], byIdentity: new Map() }
    run.current++
    setProblem(null)
    setProgress([])
    void queryClient.invalidateQueries(evidenceQuery(room.postmortemId))
    typed.begin()
    return { reader: reader.current, run: run.current }
  }
  // The reader outlives a render, and calls the newest of these.
  const newest = useRef(heard)
  newest.current = heard
  const heardLast = useRef((told: EvidenceTold) => newest.current(told))

  const give = (given: readonly GivenFile[]) => {
    if (given.length === 0) return
    const { reader, run } = begin()
    reader.ask({ ask: 'read', run, given, settings })
  }
  const settle = (change: Partial<ReadSettings>) => {
    const next = { ...settings, ...change }
    setSettings(next)
    const { reader, run } = begin()
    reader.ask({ ask: 'settle', run, settings: next })
  }
  const close = () => {
    reader.current?.stop()
    reader.current = null
    run.current++
    arriving.current = { rows: [], byIdentity: new Map() }
    suggestedBefore.current = new Set()
    toldOf.current = new Set()
    setLookedThrough(false)
    setReading(null)
    setProgress(null)
    setProblem(null)
    setIsAdding(false)
    setSettings(noSettings)
    choices.forget()
  }

  const records = useRecordIds(reading !== null)
  const taken = useMemo(() => new Set(kept?.taken.map(({ identity }) => identity)), [kept])
  const stateOf = (row: OfferRow): OfferState =>
    isIn(records, row) ? 'here' : taken.has(row.identity) ? 'removed' : 'new'
  const mayBeChosen = (row: OfferRow): boolean =>
    stateOf(row) !== 'here' && !(row.at === null && placeOf(row) === 'timeline')
  const isChosen = (row: OfferRow): boolean => wanted.has(row.identity) && mayBeChosen(row)
  const chosen = [...wanted].flatMap((identity) => {
    const row = reading?.byIdentity.get(identity)
    return row && isChosen(row) ? [row] : []
  })
  const hereCount = [...records].filter((id) => reading?.byIdentity.has(identityIn(id))).length

  const add = () => {
    if (!reader.current || !reading) return
    setIsAdding(true)
    setProblem(null)
    const offered = chosen
    const named = new Set(offered.flatMap((row) => [row.source, ...row.alsoFrom.map(({ source }) => source)]))
    const sources = reading.sources.filter(({ name }) => named.has(name))
    whenKept.current = (originals, refused) => {
      if (refused) {
        setIsAdding(false)
        return setProblem(refused)
      }
      void insert(offered, sources, new Map(originals.map((original) => [original.source, original])))
    }
    reader.current.ask({
      ask: 'keep',
      run: run.current,
      postmortemId: room.postmortemId,
      sources,
      names: settings.names,
    })
  }
  const insert = async (
    offered: readonly OfferRow[],
    sources: readonly EvidenceSource[],
    keptOf: ReadonlyMap<string, KeptSource>,
  ) => {
    const offers: ChosenOffer[] = offered.flatMap((row) => {
      const original = keptOf.get(row.source)
      if (original === undefined) return [] // its source could not be kept, which was said
      const { evidenceId, name } = original
      const file = new URL(evidenceFilePath(room.postmortemId, evidenceId), location.origin).href
      const source = sources.find((one) => one.name === row.source)
      const evidenceUrl = source ? linkToOriginal(file, sourceInWords(source, name)) : file
      return [{ row, place: placeOf(row), stage: stageOf(row), evidenceUrl }]
    })
    const { takeBack, added } = addOffers(room, offers)
    const taken = offers.map(({ row }) => row)
    await noteTaken(room.postmortemId, taken, keptOf)
    close()
    showToast(`${added} added from evidence.`, { onUndo: takeBack })
    await queryClient.invalidateQueries(evidenceQuery(room.postmortemId))
  }

  const isUnderWay = reading !== null || progress !== null || problem !== null
  const shows = !isUnderWay ? null : reading && isLookedThrough ? ('preview' as const) : ('reading' as const)
  return {
    reading,
    progress,
    problem,
    settings,
    isAdding,
    chosen,
    give,
    settle,
    close,
    choices,
    hereCount,
    add,
    stateOf,
    isChosen,
    mayBeChosen,
    lookThrough: () => setLookedThrough(true),
    shows,
  }
}
export type EvidenceImport = ReturnType<typeof useEvidenceImport>
