import { materialText } from '../../shared/material/materialText.ts'
import { stageWords } from '../../shared/meeting/stageInWords.ts'
import type { Mail } from '../mail/sendMail.ts'

type MaterialMail = Parameters<typeof materialText>[0] & { to: string }

export const materialMail = ({ to, ...told }: MaterialMail): Mail => ({
  to,
  subject:
    told.title === null
      ? `To prepare for a ${stageWords[told.stage]} on Candor`
      : `To prepare for the ${stageWords[told.stage]}: ${told.title}`,
  text: `${materialText(told)}
How many have opened this is told in steps and late, without names. Whoever comes
in is seen there, as in any room. If you did not expect this mail, you need not do
anything.
`,
})
