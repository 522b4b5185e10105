import * as z from 'zod/mini'
import { idOf, wordsOf } from './jsonValues.ts'

/** Fields of a payload nobody needs: missing, null or something else altogether, the record is read all the same. */

/** Text that says something, or null. */
export const words = z.catch(
  z.pipe(
    z.string(),
    z.transform((text: string) => wordsOf(text)),
  ),
  null,
)
/** An id, be it a number or text, as text; or null. */
export const id = z.catch(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value: string | number) => idOf(value)),
  ),
  null,
)
export const amount = z.catch(z.nullable(z.number()), null)
export const flag = z.catch(z.boolean(), false)
export const anything = z.optional(z.unknown())
/** A record inside of another, or null. */
export const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.catch(z.nullable(z.object(shape)), null)
/** Names and what stands for them; empty if there are none. */
export const pairs = z.catch(z.record(z.string(), z.unknown()), {})
