import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GiveAnywhere } from '../../client/ui/GiveAnywhere.tsx'

const onDropped = vi.fn()
const onPasted = vi.fn()
beforeEach(() => {
  onDropped.mockClear()
  onPasted.mockClear()
})
afterEach(cleanup)

const happen = (type: string, on: Element, carried: object) =>
  fireEvent(on, Object.assign(new Event(type, { bubbles: true, cancelable: true }), carried))
const files = { dataTransfer: { types: ['Files'] } }
const words = { clipboardData: { getData: () => '02:14 pool exhausted' } }
const isInvited = () => screen.queryByText('Drop to read') !== null

function page(isDisabled = false) {
  const { container } = render(
    <>
      <div data-testid="near" />
      <input aria-label="Title" />
      <GiveAnywhere isDisabled={isDisabled} onDropped={onDropped} onPasted={onPasted} />
    </>,
  )
  return container
}

test('files are invited anywhere on the page, and taken once', () => {
  const anywhere = page()
  happen('dragover', anywhere, files)
  expect(isInvited()).toBe(true)
  happen('drop', anywhere, files)
  expect(isInvited()).toBe(false)
  expect(onDropped).toHaveBeenCalledOnce()
})

test('what lies nearer and takes a file itself has it alone', () => {
  const anywhere = page()
  const near = screen.getByTestId('near')
  for (const type of ['dragover', 'drop']) near.addEventListener(type, (event) => event.preventDefault())
  happen('dragover', anywhere, files)
  happen('dragover', near, files)
  expect(isInvited()).toBe(false)
  happen('drop', near, files)
  expect(onDropped).not.toHaveBeenCalled()
})

test('what is pasted into a field stays there', () => {
  const anywhere = page()
  happen('paste', screen.getByLabelText('Title'), words)
  expect(onPasted).not.toHaveBeenCalled()
  happen('paste', anywhere, words)
  expect(onPasted).toHaveBeenCalledOnce()
})

test('a page that takes nothing leaves files to the browser', () => {
  expect(happen('dragover', page(true), files)).toBe(true)
  expect(isInvited()).toBe(false)
})
