import type { CircumstancesFieldsProps } from './circumstancesForm.ts'
import { sensitivityWords } from './factWords.ts'
import { TickList } from './TickList.tsx'
import { toggled } from './toggled.ts'

export const SensitivityTicks = ({
  draft: { sensitivities },
  onChange,
}: Pick<CircumstancesFieldsProps, 'draft' | 'onChange'>) => (
  <TickList
    label="Is there a side to it that is not for everyone?"
    options={sensitivityWords}
    ticked={sensitivities}
    onTick={(kind, isOn) => onChange({ sensitivities: toggled(sensitivities, kind, isOn) })}
  />
)
