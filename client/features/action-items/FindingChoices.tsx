import type { Card } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { useCards } from '../../room/useContent.ts'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { MenuHeading } from '../../ui/MenuHeading.tsx'
import { findingKinds } from './findingKinds.ts'

const MOST_SHOWN = 90

/** The cards an action may be for, as they stand while the menu is open. */
export function FindingChoices({
  value,
  onChange,
}: {
  value: CardId | null
  onChange: (id: CardId) => void
}) {
  const cards = useCards()
  const groups = findingKinds.flatMap(({ kind, label }) => {
    const options = cards.filter((card) => card.place.kind === kind && card.text.trim() !== '').map(optionOf)
    return options.length > 0 ? [{ label, options }] : []
  })
  if (groups.length === 0) {
    return <MenuHeading>No findings yet. Facts and interpretations will be listed here.</MenuHeading>
  }
  return groups.map(({ label, options }) => (
    <MenuChoice<CardId | ''>
      key={label}
      label={label}
      value={value ?? ''}
      onChange={(chosen) => chosen !== '' && onChange(chosen)}
      options={options}
    />
  ))
}

const optionOf = ({ id, text }: Card) => ({
  value: id,
  label: text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text,
})
