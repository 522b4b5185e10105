import * as z from 'zod/mini'

/** Longest text of one record, in UTF-16 units. A longer one was not typed into a field of ours and is left out. */
export const MOST_TEXT = 20_000

export const recordText = z.string().check(z.maxLength(MOST_TEXT))
/** Longest order key that is read, in characters. */
export const MOST_ORDER_KEY = 1_000
export const orderKey = z.string().check(z.maxLength(MOST_ORDER_KEY))
export const instant = z.number().check(z.gte(-8.64e15), z.lte(8.64e15))

/** Anything but a web or mail address would let a link run code. */
export const safeUrl = z.string().check(
  z.maxLength(2_000),
  z.refine((url) => /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(url)),
)

/** A broken or foreign value reads as nothing, so that one bad field does not hide a whole record. */
export const orNull = <Value>(schema: z.ZodMiniType<Value>): z.ZodMiniType<Value | null> =>
  z.catch(z.nullable(schema), null) as z.ZodMiniType<Value | null>
