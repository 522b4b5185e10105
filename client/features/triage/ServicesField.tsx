import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_SERVICE_NAME, MOST_SERVICES } from '../../../shared/triage/facts.ts'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Triage.module.css'

type ServicesFieldProps = { services: readonly string[]; onChange: (services: string[]) => void }

/** Enter, a comma or leaving the field takes the name in; Backspace in the empty field takes the last one out. */
export function ServicesField({ services, onChange }: ServicesFieldProps) {
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const add = (text: string) => {
    const names = text.split(',').map((name) => name.trim().slice(0, MOST_SERVICE_NAME))
    const more = names.filter((name) => name !== '' && !services.includes(name))
    setTyped('')
    if (more.length > 0) onChange([...new Set([...services, ...more])].slice(0, MOST_SERVICES))
  }
  const remove = (service: string) => {
    onChange(services.filter((name) => name !== service))
    input.current?.focus()
  }
  return (
    <div className={styles.services}>
      <Field label="Affected services">
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            autoComplete="off"
            placeholder={services.length === 0 ? 'checkout-api, orders-db' : 'Add another'}
            value={typed}
            onChange={({ currentTarget: { value } }) => (value.endsWith(',') ? add(value) : setTyped(value))}
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
              const last = services.at(-1)
              if (event.key === 'Enter') {
                event.preventDefault() // the form is not sent by it
                add(typed)
              } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
            }}
          />
        )}
      </Field>
      {services.length > 0 && (
        <ul className={styles.tags} aria-label="Services that are named">
          {services.map((service) => (
            <li key={service}>
              {service}
              <IconButton label={`Remove ${service}`} size="sm" onClick={() => remove(service)}>
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
