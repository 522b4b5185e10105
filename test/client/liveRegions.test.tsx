import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveRegions } from '../../client/ui/LiveRegions.tsx'
import { announce, SPEECH_GAP_MS } from '../../client/ui/liveRegions.ts'

beforeEach(() => {
  vi.useFakeTimers()
  render(<LiveRegions />)
})
afterEach(() => {
  act(() => vi.runAllTimers())
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const said = (urgency: 'polite' | 'assertive') =>
  document.querySelector(`[aria-live="${urgency}"]`)?.textContent ?? 'no such region'

test('what one change has to say is said together, once', () => {
  announce('Noor has the floor')
  announce('You are next, after Noor')
  announce('Noor has the floor')
  pass(0)
  expect(said('polite')).toBe('Noor has the floor. You are next, after Noor.')
})

test('speech comes no oftener than every two seconds, and nothing said meanwhile is lost', () => {
  announce('Item 4, What went well')
  pass(0)
  announce('2 new cards in Facts')
  pass(SPEECH_GAP_MS - 1)
  announce('Two minutes left')
  expect(said('polite')).toBe('Item 4, What went well.')
  pass(1)
  expect(said('polite')).toBe('2 new cards in Facts. Two minutes left.')
})

test('the same words again are spoken again', () => {
  announce('Copied')
  pass(0)
  const first = said('polite')
  announce('Copied')
  pass(SPEECH_GAP_MS)
  expect(said('polite').trim()).toBe('Copied.')
  expect(said('polite')).not.toBe(first)
})

test('having the floor does not wait behind what is merely polite', () => {
  announce('3 new cards in Facts')
  pass(0)
  announce('You have the floor', 'assertive')
  pass(0)
  expect(said('assertive')).toBe('You have the floor.')
  expect(said('polite')).toBe('3 new cards in Facts.')
})

test('a region falls silent once everything is said', () => {
  announce('Saved')
  pass(0)
  pass(SPEECH_GAP_MS)
  expect(said('polite')).toBe('')
})
