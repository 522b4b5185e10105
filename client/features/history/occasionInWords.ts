import type { Checkpoint } from '../../../shared/wire/history.ts'

/** What a checkpoint is called. `all` are the others, one of which it may speak of. */
export function occasionInWords({ occasion }: Checkpoint, all: readonly Checkpoint[]): string {
  switch (occasion.type) {
    case 'meetingStarted':
      return 'Meeting started'
    case 'agendaAdvanced':
      return `Before ${occasion.title}`
    case 'agendaWentBack':
      return `Before going back to ${occasion.title}`
    case 'meetingEnded':
      return 'Meeting closed'
    case 'meetingReopened':
      return 'Meeting reopened'
    case 'savedByHand':
      return occasion.name
    case 'beforeRestore': {
      const restored = all.find(({ number }) => number === occasion.number)
      // One that was itself made before restoring would speak of a third.
      const name =
        restored && restored.occasion.type !== 'beforeRestore' ? occasionInWords(restored, all) : null
      return name ? `Before “${name}” was restored` : 'Before an earlier state was restored'
    }
    case 'unknown':
      return 'A checkpoint'
  }
}

/** Whose doing it was, where that says more than the occasion. */
export function makerInWords({ occasion }: Checkpoint, name: string): string | null {
  if (occasion.type === 'savedByHand') return `Saved by ${name}`
  return occasion.type === 'beforeRestore' ? `Restored by ${name}` : null
}
