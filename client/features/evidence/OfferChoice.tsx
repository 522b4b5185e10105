import { useState } from 'react'

type OfferChoiceProps<Value extends string> = {
  label: string
  tabIndex: number
  value: Value
  options: readonly Value[]
  words: Readonly<Record<Value, string>>
  onChoose: (value: Value) => void
}

/** One of a few, of a row among thousands: what else there is to choose is drawn once somebody comes near. */
export function OfferChoice<Value extends string>(props: OfferChoiceProps<Value>) {
  const { label, tabIndex, value, options, words, onChoose } = props
  const [isNear, setNear] = useState(false)
  const comeNear = () => setNear(true)
  return (
    <select
      aria-label={label}
      tabIndex={tabIndex}
      value={value}
      onPointerEnter={comeNear}
      onFocus={comeNear}
      onChange={({ currentTarget }) => {
        const chosen = options.find((option) => option === currentTarget.value)
        if (chosen) onChoose(chosen)
      }}
    >
      {(isNear ? options : [value]).map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </select>
  )
}
