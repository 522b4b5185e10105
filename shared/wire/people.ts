import * as z from 'zod/mini'
import { personId } from '../ids.ts'
import { endpoint } from './endpoint.ts'

/** Control characters, direction marks and letters that show nothing let one name pass for another, or for none. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/u

export const personName = z.string().check(
  z.trim(),
  z.minLength(1, 'Say a name.'),
  z.maxLength(60, 'A name has up to 60 characters.'),
  z.refine((name) => !invisible.test(name), 'A name is made of visible characters.'),
)

export const person = z.object({ personId, name: z.string() })
export type Person = z.infer<typeof person>

export const whoAmIEndpoint = endpoint({
  method: 'GET',
  path: '/api/me',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({ person: z.nullable(person) }),
})

/** The first call makes a person and sets the session cookie; later ones change the name. */
export const sayNameEndpoint = endpoint({
  method: 'POST',
  path: '/api/me',
  params: z.object({}),
  body: z.strictObject({ name: personName }),
  answer: z.object({ person }),
})
