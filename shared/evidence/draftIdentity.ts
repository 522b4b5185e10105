import type { EvidenceDraft } from './evidenceDraft.ts'
import { hashText } from './hashText.ts'
import { createMask, noMaskChoices } from './masking/maskEvidence.ts'

/**
 * Here several drafts share a native id: one alert fires again and again, a ticket is opened and closed, a run has a
 * second attempt, each incident has a time of the same name.
 */
const idsAreShared: readonly string[] = [
  'alertmanager-webhook',
  'argocd',
  'cloudwatch-sns',
  'github',
  'gitlab-deployments',
  'grafana-webhook',
  'incident-io',
  'kubernetes-events',
  'opsgenie-alert',
  'sentry-issue',
  'zendesk',
]
/** Here a native id is one of its channel, and a file alone does not say which channel it is of. */
const idsAreOfPlaces: readonly string[] = ['slack-export']
/** Here a native id is the number of a row, which changes with the table. */
const idsAreRows: readonly string[] = ['plain-csv']

/** Where a native id was met first, among all readings of an import. */
export type FirstPlaces = Map<string, string>

/**
 * Says of each draft of one reading what tells it from all others, the same at every import: of files that overlap, of
 * the same file again, with other answers about zone or masks. Drafts that are alike in everything are counted.
 */
export function draftIdentities(format: string, firstPlaces: FirstPlaces): (draft: EvidenceDraft) => string {
  const mask = createMask(noMaskChoices)
  const times = new Map<string, number>()
  return (draft) => {
    const place = isOfOtherPlace(draft) ? [mask.text(draft.place ?? '')] : []
    const key = hashText(JSON.stringify([format, ...tellsApart(format, draft, mask.text), ...place]))
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  }

  function isOfOtherPlace({ nativeId, place }: EvidenceDraft): boolean {
    if (!idsAreOfPlaces.includes(format) || nativeId === null || place === null) return false
    const first = firstPlaces.get(nativeId) ?? place
    firstPlaces.set(nativeId, first)
    return first !== place
  }
}

function tellsApart(format: string, draft: EvidenceDraft, masked: (text: string) => string): unknown[] {
  const { nativeId, at, startedAt, written, kindHint, text, place } = draft
  const when = written ?? startedAt ?? at
  if (nativeId === null || idsAreRows.includes(format)) return [when, masked(text)]
  // What a source deleted or edited is still the same.
  return idsAreShared.includes(format) ? [nativeId, kindHint, when, place && masked(place)] : [nativeId]
}
