import { useEffect, useRef } from 'react'
import { TYPING } from './isTyping.ts'
import { type ShortcutId, shortcutIds, shortcutPressed, shortcuts } from './shortcutList.ts'
import { valueStore } from './valueStore.ts'

type Listener = { id: ShortcutId; run: (event: KeyboardEvent) => void; release?: () => void }

const LETTERS_KEY = 'candor.letters'

let listeners: readonly Listener[] = []
const held = new Set<Listener>()

/** What works right now, for the overlay. */
export const workingShortcuts = valueStore<readonly ShortcutId[]>([])
/** Single letters can be switched off, since they may fight with a screen reader or with speech input. */
export const lettersOn = valueStore(readLettersOn())
lettersOn.subscribe(() => {
  try {
    localStorage.setItem(LETTERS_KEY, lettersOn.get() ? 'on' : 'off')
  } catch {
    // storage is refused: the choice holds for this page
  }
})

/**
 * Runs while this component is shown. The one that appeared last wins. `run` null only lists the shortcut: the part of
 * the page it belongs to listens to its own keys. `release` makes it a key to hold.
 */
export function useShortcut(
  id: ShortcutId,
  run: ((event: KeyboardEvent) => void) | null,
  { isOn = true, release }: { isOn?: boolean; release?: () => void } = {},
): void {
  const newest = useRef({ run, release })
  useEffect(() => {
    newest.current = { run, release }
  })
  const listensHere = run !== null
  const isHeld = release !== undefined
  useEffect(() => {
    if (!isOn) return
    return listen(
      {
        id,
        run: (event) => newest.current.run?.(event),
        ...(isHeld && { release: () => newest.current.release?.() }),
      },
      listensHere,
    )
  }, [id, isOn, listensHere, isHeld])
}

function listen(listener: Listener, listensHere: boolean): () => void {
  const listed = listensHere ? listener : { ...listener, run: passOn }
  if (listeners.length === 0) start()
  setListeners([...listeners, listed])
  return () => {
    held.delete(listed)
    setListeners(listeners.filter((other) => other !== listed))
    if (listeners.length === 0) stop()
  }
}

const passOn = () => {}

function setListeners(next: readonly Listener[]): void {
  listeners = next
  workingShortcuts.set(shortcutIds.filter((id) => next.some((listener) => listener.id === id)))
}

function start(): void {
  window.addEventListener('keydown', onKeyDown)
  window.addEventListener('keyup', onKeyUp)
  window.addEventListener('blur', releaseAll)
}

function stop(): void {
  window.removeEventListener('keydown', onKeyDown)
  window.removeEventListener('keyup', onKeyUp)
  window.removeEventListener('blur', releaseAll)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const pressed = shortcutPressed(event)
  if (isLetter(pressed) && !lettersOn.get()) return
  const listener = listeners.findLast(({ id, run }) => {
    const keys: readonly string[] = shortcuts[id].keys
    return run !== passOn && keys.includes(pressed)
  })
  if (!listener || (pressed !== 'F6' && belongsToTarget(event.target, pressed))) return
  event.preventDefault()
  if (event.repeat && (listener.release || isLetter(pressed))) return // holding N must not run through the agenda
  if (listener.release) held.add(listener)
  listener.run(event)
}

function onKeyUp(event: KeyboardEvent): void {
  const key = event.key.toUpperCase()
  for (const listener of held) {
    const keys: readonly string[] = shortcuts[listener.id].keys
    if (!keys.includes(key)) continue
    held.delete(listener)
    listener.release?.()
  }
}

/** The key-up of a held key is lost when the window loses focus meanwhile. */
function releaseAll(): void {
  for (const listener of held) listener.release?.()
  held.clear()
}

/** Alone or with Shift; arrows and function keys are no letters. */
const isLetter = (pressed: string): boolean => /^(Shift\+)?.$/u.test(pressed)

const OWN_KEYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'
const OWN_ARROWS = '[type=radio], [role=radio], [role=tab], [role=slider], [role=toolbar], [role=grid]'

function belongsToTarget(target: EventTarget | null, pressed: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(OWN_KEYS)) return true
  if (target.closest(TYPING)) return true
  return pressed.includes('Arrow') && target.closest(OWN_ARROWS) !== null
}

function readLettersOn(): boolean {
  try {
    return localStorage.getItem(LETTERS_KEY) !== 'off'
  } catch {
    return true
  }
}
