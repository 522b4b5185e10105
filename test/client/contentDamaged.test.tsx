import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ContentDamaged } from '../../client/features/saving/ContentDamaged.tsx'
import { givenRoom, InRoom } from '../harness/givenRoom.tsx'

afterEach(cleanup)

test('whoever opens a damaged postmortem is told what is safe and whom to tell, and can go on', async () => {
  const room = givenRoom()
  render(
    <InRoom room={room}>
      <ContentDamaged />
    </InRoom>,
  )
  expect(screen.queryByRole('status')).toBeNull()
  await act(async () => room.isDamaged.set(true))
  const words = screen.getByRole('status').textContent
  expect(words).toContain('Nothing was overwritten')
  expect(words).toContain('Tell whoever runs Candor')
  fireEvent.click(screen.getByRole('button', { name: 'Go on with what is here' }))
  expect(screen.queryByRole('status')).toBeNull()
})
