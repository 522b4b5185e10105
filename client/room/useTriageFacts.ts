import { useMemo } from 'react'
import type { Sensitivity, Signal } from '../../shared/triage/facts.ts'
import { useTriage } from './useTriage.ts'

/** What makes this incident worth more of everybody's time, as far as anybody has said. */
export function useTriageFacts(): readonly (Signal | Sensitivity)[] {
  const circumstances = useTriage().data?.known.circumstances
  return useMemo(
    () => (circumstances ? [...circumstances.signals, ...circumstances.sensitivities] : []),
    [circumstances],
  )
}
