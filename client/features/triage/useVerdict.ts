import { useEffect, useRef, useState } from 'react'
import type { Facts } from '../../../shared/triage/facts.ts'
import { recommend, type Verdict } from '../../../shared/triage/recommend.ts'
import { verdictSpoken } from '../../../shared/triage/verdictInWords.ts'
import { announce } from '../../ui/liveRegions.ts'

const QUIET_MS = 400

/** What is suggested, once nothing has changed for a moment; another suggestion is said once. */
export function useVerdict(facts: Facts): Verdict | null {
  const newest = JSON.stringify(facts)
  const [verdict, setVerdict] = useState(() => recommend(facts))
  const said = useRef(verdict ? verdictSpoken(verdict) : '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same facts in a new object are no change
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = recommend(facts)
      setVerdict(next)
      const words = next ? verdictSpoken(next) : ''
      if (words !== said.current) announce(words)
      said.current = words
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [newest])
  return verdict
}
