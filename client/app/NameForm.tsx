import { type FormEvent, type ReactNode, useState } from 'react'
import { personName } from '../../shared/wire/people.ts'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useSayName } from './me.ts'

type NameFormProps = {
  formId: string
  label: string
  hint?: string
  startsAs: string
  size?: 'md' | 'lg'
  onSaid?: () => void
  /** The button; told whether the name is on its way. */
  children?: (isBusy: boolean) => ReactNode
}

/** Asks for a name by the same rule the server has, and says beside the field what to change. */
export function NameForm({ formId, label, hint, startsAs, size = 'md', onSaid, children }: NameFormProps) {
  const sayName = useSayName()
  const [name, setName] = useState(startsAs)
  const [progress, setProgress] = useState<{ is: 'writing' | 'sending'; error: string | null }>({
    is: 'writing',
    error: null,
  })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const parsed = personName.safeParse(name)
    if (!parsed.success) {
      event.currentTarget.querySelector('input')?.focus() // where the error is, so that it is read out
      return setProgress({ is: 'writing', error: parsed.error.issues[0]?.message ?? 'Say another name.' })
    }
    setProgress({ is: 'sending', error: null })
    const answer = await sayName(parsed.data)
    setProgress({ is: 'writing', error: answer.ok ? null : answer.problem.sentence })
    if (answer.ok) onSaid?.()
  }
  return (
    <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
      <Field label={label} hint={hint} error={progress.error}>
        {(control) => (
          <TextInput
            {...control}
            size={size}
            name="name"
            autoComplete="name"
            autoCapitalize="words"
            spellCheck={false}
            enterKeyHint="go"
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      {children?.(progress.is === 'sending')}
    </form>
  )
}
