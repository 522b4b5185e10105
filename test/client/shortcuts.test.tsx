import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { type ShortcutId, shortcuts } from '../../client/room/shortcutList.ts'
import { lettersOn, useShortcut, workingShortcuts } from '../../client/room/useShortcut.ts'

afterEach(() => {
  cleanup()
  lettersOn.set(true)
  document.body.replaceChildren()
})

function Listens({ id, run, release }: { id: ShortcutId; run: (() => void) | null; release?: () => void }) {
  useShortcut(id, run, release ? { release } : {})
  return null
}

function press(
  key: string,
  { on = document.body as Element, ...init }: KeyboardEventInit & { on?: Element } = {},
) {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
}

const field = (markup: string): Element => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  document.body.append(holder)
  return holder.firstElementChild ?? holder
}

test('a letter acts outside text, and writes inside it', () => {
  let raised = 0
  render(<Listens id="hand" run={() => raised++} />)
  press('h')
  expect(raised).toBe(1)
  press('h', { on: field('<textarea></textarea>') })
  press('h', { on: field('<input>') })
  press('h', { on: field('<div contenteditable="true"></div>') })
  expect(raised).toBe(1)
  press('h', { on: field('<input type="checkbox">') })
  expect(raised).toBe(2)
})

test('an open dialog keeps its keys', () => {
  let advanced = 0
  render(<Listens id="nextItem" run={() => advanced++} />)
  press('n', { on: field('<div role="dialog"></div>') })
  expect(advanced).toBe(0)
})

test('holding a letter acts once', () => {
  let advanced = 0
  render(<Listens id="nextItem" run={() => advanced++} />)
  press('n')
  press('n', { repeat: true })
  expect(advanced).toBe(1)
})

test('Ctrl, Alt and Shift make another shortcut of a letter', () => {
  let raised = 0
  let passed = 0
  render(
    <>
      <Listens id="hand" run={() => raised++} />
      <Listens id="passFloor" run={() => passed++} />
    </>,
  )
  press('h', { ctrlKey: true })
  press('h', { altKey: true })
  expect([raised, passed]).toEqual([0, 0])
  press('H', { shiftKey: true })
  expect([raised, passed]).toEqual([0, 1])
})

test('a sign is the same on every layout', () => {
  let extended = 0
  render(<Listens id="extend" run={() => extended++} />)
  press('+', { shiftKey: true })
  press('+')
  expect(extended).toBe(2)
})

test('letters that are switched off are left to the browser; F6 still works', () => {
  let raised = 0
  let cycled = 0
  render(
    <>
      <Listens id="hand" run={() => raised++} />
      <Listens id="regions" run={() => cycled++} />
    </>,
  )
  lettersOn.set(false)
  press('h')
  press('F6', { on: field('<textarea></textarea>') })
  expect([raised, cycled]).toEqual([0, 1])
})

test('a held key is let go when it comes up, or when the window loses focus', () => {
  const said: string[] = []
  render(<Listens id="peek" run={() => said.push('peeks')} release={() => said.push('sees')} />)
  press('b')
  press('b', { repeat: true })
  window.dispatchEvent(new KeyboardEvent('keyup', { key: 'b' }))
  press('b')
  window.dispatchEvent(new Event('blur'))
  expect(said).toEqual(['peeks', 'sees', 'peeks', 'sees'])
})

test('the list of working shortcuts holds what is on the page, and nothing once it is gone', () => {
  const { unmount } = render(
    <>
      <Listens id="editCard" run={null} />
      <Listens id="hand" run={() => {}} />
    </>,
  )
  expect(workingShortcuts.get()).toEqual(['hand', 'editCard'])
  unmount()
  expect(workingShortcuts.get()).toEqual([])
})

test('no key stands for two things', () => {
  const keys = Object.values(shortcuts).flatMap((shortcut): readonly string[] => shortcut.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
