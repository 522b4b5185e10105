import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** This machine's time in ms, anew each minute: what is told in hours needs no more. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
