import * as z from 'zod/mini'

/** The body of every HTTP answer that is not a 2xx: a name for programs, a sentence for people, the paths at fault. */
export const problem = z.object({
  reason: z.string(),
  sentence: z.string(),
  details: z.optional(z.array(z.object({ path: z.string(), problem: z.string() }))),
})
export type Problem = z.infer<typeof problem>
