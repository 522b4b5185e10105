import { type FormEvent, useState } from 'react'
import { addMetricSeries, MOST_SERIES } from '../../../shared/content/metricSeries.ts'
import { MOST_METRIC_CHARACTERS } from '../../../shared/evidence/metricSeries.ts'
import type { MetricSeriesId } from '../../../shared/ids.ts'
import { isKnownZone } from '../../../shared/time/zonedParts.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId } from '../../room/room.ts'
import { useMetricSeries } from '../../room/useContent.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './EventDialog.module.css'
import { MetricReading } from './MetricReading.tsx'
import metricStyles from './Metrics.module.css'
import { MetricsFound } from './MetricsFound.tsx'
import { keptOf } from './metricChoice.ts'
import type { GivenMetric, MetricTold } from './metricMessages.ts'
import { useMetricReading } from './useMetricReading.ts'

/** Shown in the field; of a longer file only its name. */
const MOST_SHOWN = 20_000

export function MetricDialog({ incidentZone, onClose }: { incidentZone: string; onClose: () => void }) {
  const room = useRoom()
  const standing = useMetricSeries().length
  const [given, setGiven] = useState<GivenMetric | null>(null)
  /** What stands in the field; not that of a long file, which nobody reads there. */
  const [text, setText] = useState('')
  const [zone, setZone] = useState('')
  /** The field of a file that was stopped is emptied, or it would not hear of the same one again. */
  const [stops, setStops] = useState(0)
  /** Of the lines found, those that are not wanted. */
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const knownZone = isKnownZone(zone.trim()) ? zone.trim() : null
  const told = useMetricReading(given, knownZone)
  const read = told?.told === 'read' ? told.read : null
  const refusal = read && !read.ok ? read.problem : null
  const needsZone = refusal?.reason === 'needsZone' || zone !== ''
  const found = read?.ok ? read.value : null
  const wanted = (found?.lines ?? []).filter((_, nth) => !left.has(nth))
  const placesLeft = MOST_SERIES - standing
  const take = (next: GivenMetric | null, shown: string) => {
    setGiven(next)
    setText(shown)
    setLeft(new Set())
  }
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    const isTooLong = chosen.size > MOST_METRIC_CHARACTERS
    if (isTooLong) return showToast('This file is over 20 MB. Export a shorter time.')
    take({ name: chosen.name, content: chosen }, chosen.size > MOST_SHOWN ? '' : await chosen.text())
  }
  const stop = () => {
    take(null, '')
    setStops(stops + 1)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (wanted.length === 0 || wanted.length > placesLeft) return
    const onUndo = reversibly(room, () =>
      room.contentDoc.transact(() => {
        wanted.forEach((series, nth) => {
          const id = newId<MetricSeriesId>()
          const by = room.me?.personId ?? null
          const rest = { id, fileName: given?.name ?? '', by, createdAt: room.now() + nth }
          addMetricSeries(room.contentDoc, keptOf(series, rest), room.origin)
        })
      }, room.origin),
    )
    showToast(wanted.length === 1 ? 'Metric added' : `${wanted.length} metrics added`, { onUndo })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title="Add a metric">
      <form noValidate className={styles.form} onSubmit={save}>
        <Field
          label="File"
          hint="CSV with a column of times, or JSON of Prometheus, Graphite, Datadog or CloudWatch."
        >
          {(control) => (
            <input
              {...control}
              key={stops}
              autoFocus={stops > 0}
              type="file"
              className={metricStyles.file}
              accept=".csv,.tsv,.txt,.json,text/csv,application/json"
              onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
            />
          )}
        </Field>
        <Field
          label="Or paste it"
          error={sentenceOf(told)}
          hint={given && text === '' ? `${given.name} is too long to show here.` : undefined}
        >
          {(control) => (
            <TextArea
              {...control}
              code
              rows={4}
              value={text}
              onChange={({ currentTarget: { value } }) =>
                take(value.trim() === '' ? null : { name: '', content: value }, value)
              }
            />
          )}
        </Field>
        {told?.told === 'progress' && given && <MetricReading {...told} name={given.name} onStop={stop} />}
        {needsZone && (
          <Field
            label="In which zone were its times written?"
            error={zone !== '' && knownZone === null ? 'Write a zone like Europe/Paris, or UTC.' : null}
            hint={`They stand there without one. The incident is told in ${incidentZone}.`}
          >
            {(control) => (
              <TextInput
                {...control}
                placeholder={incidentZone}
                value={zone}
                onChange={(event) => setZone(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        {found && <MetricsFound {...{ found, left, onLeave: setLeft }} />}
        {wanted.length > placesLeft && (
          <p className={metricStyles.note}>
            A timeline has room for {MOST_SERIES} metrics, and there are {standing}. Choose fewer lines, or
            remove one.
          </p>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={wanted.length === 0 || wanted.length > placesLeft}>
            {wanted.length > 1 ? `Add ${wanted.length} metrics` : 'Add metric'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Why nothing of it can be drawn. A zone that is missing is asked for. */
function sentenceOf(told: MetricTold | null): string | null {
  if (told?.told === 'failed')
    return 'Reading this stopped before its end. Nothing was added, and the file is unchanged. Export a shorter time.'
  const refusal = told?.told === 'read' && !told.read.ok ? told.read.problem : null
  return refusal && refusal.reason !== 'needsZone' ? refusal.sentence : null
}
