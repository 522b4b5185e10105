import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { CommentAnchor, CommentThread } from '../../shared/wire/comments.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { useThreads } from './useThreads.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

/** What somebody is about to comment on, and what stands there now. */
export type CommentTarget = { anchor: CommentAnchor; quote: string }

export type OpenComments = {
  /** Null shows all there are. */
  target: CommentTarget | null
  /** Where the focus goes back to. */
  from: HTMLElement | null
  /** Why it shows all, where something else was asked for. */
  hint?: string
}

export type Comments = {
  /** Null until they have been read. */
  threads: readonly CommentThread[] | null
  problem: Problem | null
  /** How many comments stand in open threads on a card, an event or an action, by `keyOf`. */
  countByKey: ReadonlyMap<string, number>
  /** Null while the panel is closed. */
  opened: ValueStore<OpenComments | null>
  /** What is typed and not sent, by where it is typed. */
  drafts: Map<string, string>
}

/** What is one place for comments: a card, an event, an action, or all of a text that passages stand in. */
export const keyOf = (anchor: CommentAnchor): string =>
  anchor.on === 'passage' ? `${anchor.field.in}.${anchor.field.id}` : `${anchor.on}.${anchor.id}`

const CommentsContext = createContext<Comments | null>(null)

/** For everybody in the room; the shared screen is outside of it and shows none. */
export function CommentsProvider({ children }: { children: ReactNode }) {
  const { data, error } = useThreads()
  const [{ opened, drafts }] = useState(() => ({
    opened: valueStore<OpenComments | null>(null),
    drafts: new Map<string, string>(),
  }))
  const threads = data?.threads ?? null
  const comments = useMemo(
    () => ({ threads, problem: error, countByKey: countsOf(threads ?? []), opened, drafts }),
    [threads, error, opened, drafts],
  )
  return <CommentsContext.Provider value={comments}>{children}</CommentsContext.Provider>
}

/** Null outside of a room of people. */
export const useComments = (): Comments | null => useContext(CommentsContext)

function countsOf(threads: readonly CommentThread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { anchor, comments, resolved } of threads) {
    const written = comments.filter(({ text }) => text !== null).length
    if (!resolved) counts.set(keyOf(anchor), (counts.get(keyOf(anchor)) ?? 0) + written)
  }
  return counts
}
