import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { ActionTable } from '../../client/features/action-items/ActionTable.tsx'
import { Toasts } from '../../client/ui/Toasts.tsx'
import { addActionItem, describeActionItem, readActionItems } from '../../shared/content/actionItems.ts'
import { readCards } from '../../shared/content/cards.ts'
import type { ActionItemId } from '../../shared/ids.ts'
import {
  givenRoom,
  type HandmadeRoom,
  InRoom,
  idOf,
  incidentDraft,
  tomas,
  wei,
} from '../harness/givenRoom.tsx'

afterEach(cleanup)

const show = (room: HandmadeRoom) =>
  render(
    <InRoom room={room}>
      <ActionTable />
    </InRoom>,
  )

function withActions(room: HandmadeRoom, outcomes: string[]): HandmadeRoom {
  outcomes.forEach((outcome, position) => {
    const id = `action-${position + 1}` as ActionItemId
    addActionItem(room.contentDoc, { id, outcome, by: null, createdAt: 0 }, room.origin)
  })
  return room
}

const outcomes = (room: HandmadeRoom) => readActionItems(room.contentDoc).map(({ outcome }) => outcome)
const headline = () => screen.getByRole('heading', { level: 2 }).textContent
const rowOf = (number: number) => within(screen.getAllByRole('row')[number] as HTMLElement) // the first row is the head
const choose = async (row: ReturnType<typeof rowOf>, button: RegExp, option: string) => {
  fireEvent.click(row.getByRole('button', { name: button }))
  fireEvent.click(await screen.findByText(option))
}

describe('actions', () => {
  test('an import’s actions are ideas, and the headline says so', () => {
    show(givenRoom({ draft: incidentDraft('gitlab-2017-01-31') }))
    expect(headline()).toMatch(/ideas\. None is a candidate yet\./)
  })

  test('a candidate asks for what it lacks, and each answer goes into the shared document', async () => {
    const room = withActions(givenRoom(), ['Pool waits page someone'])
    show(room)
    fireEvent.click(screen.getByRole('button', { name: 'Make candidate: action 1' }))
    expect(headline()).toBe('One action. One still needs an owner, a due date and more.')

    const row = rowOf(1)
    await choose(row, /Who owns it/, tomas.name)
    await choose(row, /^Priority of action 1/, 'High')
    fireEvent.click(row.getByRole('button', { name: /By when/ }))
    const due = row.getByLabelText('Due date of action 1')
    fireEvent.change(due, { target: { value: '2026-03-18' } })
    fireEvent.blur(due)
    await screen.findByText('Wed 18 Mar')
    expect(headline()).toBe('One action. One still needs a finding or a way to tell it is done.')
    expect(readActionItems(room.contentDoc)[0]).toMatchObject({
      state: 'candidate',
      owner: { personId: idOf(tomas), name: tomas.name },
      priority: 'high',
      dueOn: '2026-03-18',
    })
  })

  test('how we will know it is done is typed into the shared text', () => {
    const room = withActions(givenRoom(), ['Pool waits page someone'])
    show(room)
    fireEvent.click(screen.getByRole('button', { name: /How will we know it is done/ }))
    const field = screen.getByLabelText('Verification of action 1')
    expect(document.activeElement).toBe(field)
    fireEvent.input(field, { target: { value: 'Shrink a staging pool to 2' } })
    expect(readActionItems(room.contentDoc)[0]?.verification).toBe('Shrink a staging pool to 2')
  })

  test('an owner may be a name that is typed', async () => {
    const room = withActions(givenRoom(), ['Pool waits page someone'])
    show(room)
    await choose(rowOf(1), /Who owns it/, 'Someone else…')
    const field = await screen.findByLabelText('Owner of action 1')
    fireEvent.change(field, { target: { value: '  Data platform on-call ' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(readActionItems(room.contentDoc)[0]?.owner).toEqual({
      personId: null,
      name: 'Data platform on-call',
    })
    await screen.findByText('Data platform on-call')
  })

  test('without actions, every finding is a way to begin one', () => {
    const room = givenRoom({ draft: { ...incidentDraft('gitlab-2017-01-31'), actionItems: [] } })
    show(room)
    expect(headline()).toBe('No actions yet.')
    const [finding] = readCards(room.contentDoc).filter(({ place }) => place.kind === 'interpretation')
    fireEvent.click(screen.getByRole('button', { name: finding?.text ?? '' }))
    expect(readActionItems(room.contentDoc)[0]).toMatchObject({ findingId: finding?.id, outcome: '' })
    expect(document.activeElement).toBe(screen.getByLabelText('Outcome of action 1'))
  })

  test('a new action that is left without a word is gone again', () => {
    const room = withActions(givenRoom(), ['First'])
    show(room)
    fireEvent.click(screen.getByRole('button', { name: /Add an action/ }))
    fireEvent.keyDown(screen.getByLabelText('Outcome of action 2'), { key: 'Escape' })
    expect(outcomes(room)).toEqual(['First'])
  })

  test('Alt and an arrow on its number moves an action, and the focus goes along', async () => {
    const room = withActions(givenRoom(), ['First', 'Second', 'Third'])
    show(room)
    fireEvent.keyDown(screen.getByRole('button', { name: /^Action 3/ }), { key: 'ArrowUp', altKey: true })
    expect(outcomes(room)).toEqual(['First', 'Third', 'Second'])
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Action 2'))
    fireEvent.keyDown(screen.getByRole('button', { name: /^Action 1/ }), { key: 'ArrowUp', altKey: true })
    expect(outcomes(room)).toEqual(['First', 'Third', 'Second'])
  })

  test('moving among the actions of one category steps over the hidden ones', () => {
    const room = withActions(givenRoom(), ['First', 'Hidden', 'Third'])
    for (const id of ['action-1', 'action-3'] as ActionItemId[]) {
      describeActionItem(room.contentDoc, id, { aim: 'detect' }, room.origin)
    }
    show(room)
    fireEvent.click(screen.getByRole('button', { name: /^Detect/ }))
    expect(screen.queryByText('Hidden')).toBeNull()
    fireEvent.keyDown(screen.getByRole('button', { name: /^Action 1/ }), { key: 'ArrowDown', altKey: true })
    expect(outcomes(room)).toEqual(['Hidden', 'Third', 'First'])
  })

  test('Delete removes an action, and undo brings back that one alone', () => {
    const room = withActions(givenRoom(), ['First', 'Second'])
    show(room)
    fireEvent.keyDown(screen.getByRole('button', { name: /^Action 1/ }), { key: 'Delete' })
    expect(outcomes(room)).toEqual(['Second'])
    room.undo.undo()
    expect(outcomes(room)).toEqual(['First', 'Second'])
  })

  test('the message about a removed action brings back that one, whatever was written since', async () => {
    const room = withActions(givenRoom(), ['First', 'Second'])
    show(room)
    render(<Toasts />)
    fireEvent.keyDown(screen.getByRole('button', { name: /^Action 1/ }), { key: 'Delete' })
    const left = screen.getByLabelText('Outcome of action 1')
    fireEvent.input(left, { target: { value: 'Second, in other words' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(outcomes(room)).toEqual(['First', 'Second, in other words'])
  })

  test('an observer reads every piece and can change none', () => {
    const room = withActions(givenRoom({ me: wei }), ['Pool waits page someone'])
    show(room)
    expect(screen.getByText('Pool waits page someone')).toBeDefined()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Add an action|owns|Make candidate|More about/ })).toBeNull()
  })

  test('a finding that was removed is asked for again', () => {
    const room = withActions(givenRoom(), ['Pool waits page someone'])
    describeActionItem(
      room.contentDoc,
      'action-1' as ActionItemId,
      { findingId: 'gone' as never },
      room.origin,
    )
    show(room)
    expect(screen.getByText('Its finding was removed. Choose another')).toBeDefined()
  })
})
