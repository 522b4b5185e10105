import type * as z from 'zod/mini'

/** One HTTP resource as both sides know it. Segments like `:postmortemId` come out of `params`. */
export type Endpoint<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> = { method: 'GET' | 'POST'; path: string; params: Params; body: Body; answer: Answer }

export const endpoint = <
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(
  definition: Endpoint<Params, Body, Answer>,
): Endpoint<Params, Body, Answer> => definition
