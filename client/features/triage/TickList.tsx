import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './Triage.module.css'

type TickListProps<Value extends string> = {
  label: string
  options: readonly (readonly [Value, string])[]
  ticked: readonly string[]
  onTick: (value: Value, isTicked: boolean) => void
}

/** Which of these hold. */
export const TickList = <Value extends string>({ label, options, ticked, onTick }: TickListProps<Value>) => (
  <fieldset className={styles.ticks}>
    <legend>{label}</legend>
    {options.map(([value, words]) => (
      <Checkbox key={value} checked={ticked.includes(value)} onChange={(isTicked) => onTick(value, isTicked)}>
        {words}
      </Checkbox>
    ))}
  </fieldset>
)
