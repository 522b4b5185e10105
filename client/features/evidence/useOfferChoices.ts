import { useState } from 'react'
import type { TimelineStage } from '../../../shared/content/timeline.ts'
import type { OfferPlace } from '../../../shared/evidence/suggestPlace.ts'
import type { OfferRow } from './evidenceMessages.ts'

/** What the person says of the things that are offered: which they want, where each goes, and of which stage it tells. */
export function useOfferChoices() {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const [places, setPlaces] = useState<ReadonlyMap<string, OfferPlace>>(new Map())
  const [stages, setStages] = useState<ReadonlyMap<string, TimelineStage | null>>(new Map())
  return {
    wanted,
    placeOf: (row: OfferRow): OfferPlace => places.get(row.identity) ?? row.suggestion.place,
    stageOf: (row: OfferRow): TimelineStage | null => {
      const said = stages.get(row.identity)
      return said === undefined ? row.suggestion.stage : said
    },
    choose: (rows: readonly OfferRow[], isWanted: boolean) =>
      setWanted((before) => {
        const after = new Set(before)
        for (const { identity } of rows) {
          if (isWanted) after.add(identity)
          else after.delete(identity)
        }
        return after
      }),
    chooseNone: () => setWanted(new Set()),
    want: (identities: readonly string[]) => setWanted((before) => new Set([...before, ...identities])),
    put: (rows: readonly OfferRow[], place: OfferPlace) =>
      setPlaces((before) => new Map([...before, ...saidOfAll(rows, place)])),
    putInStage: (rows: readonly OfferRow[], stage: TimelineStage | null) =>
      setStages((before) => new Map([...before, ...saidOfAll(rows, stage)])),
    forget: () => {
      setWanted(new Set())
      setPlaces(new Map())
      setStages(new Map())
    },
  }
}

const saidOfAll = <Said>(rows: readonly OfferRow[], said: Said) =>
  rows.map(({ identity }) => [identity, said] as const)
