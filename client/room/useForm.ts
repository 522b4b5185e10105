import { type FormEvent, useState } from 'react'
import type * as z from 'zod/mini'
import type { Result } from '../../shared/result.ts'
import type { Problem } from '../../shared/wire/problem.ts'

type Fields = Record<string, string>
type FormState = { is: 'writing'; errors: Fields; problem: Problem | null } | { is: 'sending' }

type FormOf<Schema extends z.ZodMiniType, Value> = {
  /** What the server takes. A field has the name of the value it fills, so that a no finds it. */
  schema: Schema
  /** Adds what nobody is asked for. */
  read?: (fields: Fields) => unknown
  ask: (body: z.output<Schema>) => Promise<Result<Value, Problem>>
  /** The form stays busy until this is through. */
  onDone: (value: Value, form: HTMLFormElement) => unknown
}

export type Form = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** What to change, by the field's name. */
  errors: Fields
  /** Why the server said no. */
  problem: Problem | null
  isSending: boolean
}

const nothingWrong: FormState = { is: 'writing', errors: {}, problem: null }

/** Reads a form by the same rules the server has, and asks the server. A second press while it asks does nothing. */
export function useForm<Schema extends z.ZodMiniType, Value>({
  schema,
  read = (fields) => fields,
  ask,
  onDone,
}: FormOf<Schema, Value>): Form {
  const [state, setState] = useState<FormState>(nothingWrong)
  const submit = async (form: HTMLFormElement) => {
    const parsed = schema.safeParse(read(fieldsOf(form)))
    if (!parsed.success) {
      const errors = errorsIn(parsed.error)
      focusFirst(form, errors)
      return setState({ is: 'writing', errors, problem: null })
    }
    setState({ is: 'sending' })
    const answer = await ask(parsed.data)
    if (!answer.ok) return setState({ is: 'writing', errors: {}, problem: answer.problem })
    await onDone(answer.value, form)
    setState(nothingWrong)
  }
  const isSending = state.is === 'sending'
  return {
    onSubmit: (event) => {
      event.preventDefault()
      if (!isSending) void submit(event.currentTarget)
    },
    errors: isSending ? {} : state.errors,
    problem: isSending ? null : state.problem,
    isSending,
  }
}

/** Read from the form itself, since password managers fill it without telling. */
const fieldsOf = (form: HTMLFormElement): Fields =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))

function errorsIn(error: z.core.$ZodError): Fields {
  const errors: Fields = {}
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message
  return errors
}

/** Where the error is, so that it is read out. */
function focusFirst(form: HTMLFormElement, errors: Fields): void {
  const [first] = [...form.elements].filter((field) => (field.getAttribute('name') ?? '') in errors)
  if (first instanceof HTMLElement) first.focus()
}
