import { eventKinds } from '../eventKinds.ts'
import type { EvidenceAnswers } from '../evidenceDraft.ts'
import { noContext } from '../writing/timingOf.ts'
import { zoneIn } from '../zoneWords.ts'
import { cellTiming } from './cellTiming.ts'
import { columnOf, columnsOf } from './columnNames.ts'
import type { Table } from './readTable.ts'

/** Where in a table what stands. `time` is the moment, or the clock beside a `date`. */
export type TimelineColumns = {
  time: number
  date: number | null
  /** Whether the clock beside it counts the morning or the evening. */
  half: number | null
  end: number | null
  zone: number | null
  actor: number | null
  kind: number | null
  id: number | null
  place: number | null
  texts: number[]
  /** The first row is a row like the others. */
  isHeadless: boolean
}

const names = {
  zone: [
    'timezone',
    'time zone',
    'utc offset',
    'offset',
    'tz',
    'zone',
    'zeitzone',
    'fuseau horaire',
    'zona horaria',
    'tijdzone',
  ],
  actor:
    'who|actor|author|by|person|user|username|user name|name|owner|reporter|responder|from|sender|wer|von|autor|qui|auteur|quien|chi|quem|wie|door|kto|кто|автор|担当者|担当|誰|发送者'.split(
      '|',
    ),
  kind: 'type|kind|category|event type|typ|art|kategorie|tipo|categoria|categorie|soort|rodzaj|тип|категория|種別|类型'.split(
    '|',
  ),
  id: 'id|event id|entry id|key|uuid|kennung'.split('|'),
  place: 'channel|service|system|component|place|kanal|dienst|canal|servicio|kanaal'.split('|'),
  end: 'end|ended|ended at|end time|until|finish|finished|finished at|resolved|resolved at|resolved on|closed|closed at|ende|fin|fine|eind|конец'.split(
    '|',
  ),
  time: 'timestamp|datetime|date time|date and time|occurred at|occurred|event time|time|when|at|start time|started at|started|start|created at|created|zeitstempel|zeitpunkt|uhrzeit|zeit|horodatage|heure|fecha y hora|hora|data ora|ora|tijdstip|tijd|tidspunkt|tid|klockslag|czas|время|日時|時刻|時間|时间'.split(
    '|',
  ),
  date: 'date|day|datum|tag|jour|fecha|dia|data|giorno|dag|dato|дата|日付|日期'.split('|'),
  text: 'what|text|event|message|summary|title|subject|entry|note|notes|update|action|activity|what happened|was|ereignis|nachricht|titel|evenement|quoi|evento|mensaje|que|messaggio|cosa|mensagem|gebeurtenis|bericht|wat|handelse|событие|сообщение|内容|出来事|事象|description|details|detail|comment|comments|beschreibung|bemerkung|descripcion|descrizione|descricao|omschrijving|beskrivelse|описание|説明'.split(
    '|',
  ),
} as const

/** `UTC`, `UTC time`, `Time (UTC)`: of two columns for one time, the one whose clocks are known. */
const isTimeInZone = /^(?:(?:date|time|timestamp|zeit)?\W*\(?[A-Z]{1,5}\)?|[A-Z]{1,5}[ _](?:time|zeit))$/i

type Holds = 'moment' | 'clock' | 'date'

/** By the names in the header where they are known, and by what the cells hold in any other language. Null: no times. */
export function timelineColumns({ header, rows }: Table, answers: EvidenceAnswers): TimelineColumns | null {
  const samples = rows.slice(0, 50)
  const holdings = header.map((_, column) =>
    holds(samples.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')),
  )
  const find = (kind: Holds) => holdings.indexOf(kind)
  const named = (list: readonly string[], ...kinds: Holds[]) => {
    const found = columnsOf(header, list).find(
      (column) => kinds.includes(holdings[column] ?? 'moment') && holdings[column],
    )
    return found ?? -1
  }
  const [clock, date] = [
    find('clock'),
    named(names.date, 'date') === -1 ? find('date') : named(names.date, 'date'),
  ]
  const isZoned = (column: number) =>
    holdings[column] === 'moment' &&
    isTimeInZone.test(header[column] ?? '') &&
    zoneIn(header[column] ?? '') !== null
  const zoned = header.findIndex((_, column) => isZoned(column))
  const likely = named(names.time, 'moment') === -1 ? find('moment') : named(names.time, 'moment')
  const moment = zoned !== -1 && zoneIn(header[likely] ?? '') === null ? zoned : likely
  const time = [moment, clock, date].find((column) => column !== -1)
  if (time === undefined) return null
  const isHeadless = cellTiming(header[time] ?? '', noContext, answers) !== null
  if (isHeadless && moment === -1 && clock === -1) return null // sentences that begin with a day and have a comma
  const used = (list: readonly string[]) => columnOf(header, list)
  const columns = {
    time,
    date: time === clock && date !== -1 ? date : null,
    end: named(names.end, 'moment', 'clock') === -1 ? null : named(names.end, 'moment', 'clock'),
    half: columnOfAll(header, samples, (cell) => /^[ap]\.?\s?m\.?$/i.test(cell)),
    zone: used(names.zone),
    actor: used(names.actor),
    kind: used(names.kind) ?? (samples.length > 1 ? columnOfAll(header, samples, isEventKind) : null),
    id: used(names.id),
    place: used(names.place),
  }
  const taken: (number | null)[] = Object.values(columns)
  const texts = columnsOf(header, names.text).filter((column) => !taken.includes(column) && !holdings[column])
  const others = header.flatMap((_, column) => (taken.includes(column) || holdings[column] ? [] : [column]))
  return {
    ...columns,
    texts: texts.length > 0 ? texts : isHeadless ? others : wordiest(header, samples, taken, holdings),
    isHeadless,
  }
}

/** What most of the cells of a column hold; null where it is no times. */
function holds(cells: readonly string[]): Holds | null {
  const found = { moment: 0, clock: 0, date: 0 }
  for (const cell of cells) {
    const timing = cellTiming(cell, noContext, someAnswers)
    if (timing === null) continue
    const kind = timing.precision === 'day' ? 'date' : timing.needs.includes('date') ? 'clock' : 'moment'
    found[kind]++
  }
  const { moment, clock, date } = found
  if ((moment + clock + date) * 2 <= cells.length) return null
  if (date > moment + clock) return 'date'
  return moment >= clock ? 'moment' : 'clock' // a moment may lack its year
}

/** Only the kind of a cell is asked for here, which no answer changes. */
const someAnswers: EvidenceAnswers = {
  zone: 'UTC',
  date: null,
  dateOrder: 'dayFirst',
  repeatedHour: 'earlier',
  anchor: null,
}

/** In a table without names for its columns, or in another language, cells show what they are. */
function columnOfAll(
  header: readonly string[],
  rows: Table['rows'],
  is: (cell: string) => boolean,
): number | null {
  const found = header.findIndex(
    (_, column) => rows.length > 0 && rows.every(({ cells }) => is(cells[column]?.trim() ?? '')),
  )
  return found === -1 ? null : found
}

const isEventKind = (cell: string): boolean => eventKinds.some((kind) => kind === cell.toLowerCase())

function wordiest(
  header: readonly string[],
  rows: Table['rows'],
  taken: readonly (number | null)[],
  holdings: readonly (Holds | null)[],
): number[] {
  const lengths = header.map((_, column) =>
    taken.includes(column) || holdings[column]
      ? -1
      : rows.reduce((sum, { cells }) => sum + (cells[column] ?? '').length, 0),
  )
  const most = Math.max(...lengths)
  return most <= 0 ? [] : [lengths.indexOf(most)]
}
