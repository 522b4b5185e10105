import { queryOptions } from '@tanstack/react-query'
import { readContentCopy } from '../../../shared/content/contentCopy.ts'
import type { PostmortemId } from '../../../shared/ids.ts'
import {
  listCheckpointsEndpoint,
  readCheckpointEndpoint,
  readWritersEndpoint,
} from '../../../shared/wire/history.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

const MS_BETWEEN_LOOKS = 5_000

export const checkpointsQuery = (postmortemId: PostmortemId) =>
  queryOptions({
    queryKey: ['checkpoints', postmortemId],
    queryFn: async () =>
      (await orThrow(callApi(listCheckpointsEndpoint, { params: { postmortemId } }))).checkpoints,
    refetchInterval: MS_BETWEEN_LOOKS, // the meeting makes them while someone looks
  })

const unreadable: Problem = {
  reason: 'checkpointUnreadable',
  sentence:
    'This page does not understand what the server keeps of this checkpoint. Reload the page and try again.',
}

export const checkpointQuery = (postmortemId: PostmortemId, number: number) =>
  queryOptions({
    queryKey: ['checkpoint', postmortemId, number],
    queryFn: async () => {
      const params = { postmortemId, number: String(number) }
      const { checkpoint, content } = await orThrow(callApi(readCheckpointEndpoint, { params }))
      const copy = readContentCopy(content)
      if (!copy) throw unreadable
      return { checkpoint, copy }
    },
    staleTime: Number.POSITIVE_INFINITY, // the past stays as it is
  })

export const writersQuery = (postmortemId: PostmortemId, number: number) =>
  queryOptions({
    queryKey: ['writers', postmortemId, number],
    queryFn: async () => {
      const params = { postmortemId, number: String(number) }
      const { writers } = await orThrow(callApi(readWritersEndpoint, { params }))
      return new Map(writers.map((writersOfPlace) => [writersOfPlace.place, writersOfPlace]))
    },
    refetchInterval: MS_BETWEEN_LOOKS,
  })
