import { useEffect, useState } from 'react'

/** The last section whose heading has passed the upper part of the window; the first one before any has. */
export function useSectionInSight(ids: readonly string[]): string | undefined {
  const [inSight, setInSight] = useState<string | undefined>(ids[0])
  const key = ids.join(' ')
  useEffect(() => {
    const look = () => {
      const passed = key
        .split(' ')
        .filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < READ_FROM_PX)
      setInSight(passed.at(-1) ?? key.split(' ')[0])
    }
    look()
    document.addEventListener('scroll', look, { passive: true, capture: true })
    return () => document.removeEventListener('scroll', look, { capture: true })
  }, [key])
  return inSight
}

const READ_FROM_PX = 200
