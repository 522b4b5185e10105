import { existsSync } from 'node:fs'
import type { Terminal } from './importFiles.ts'
import { type Damage, verifyDatabase } from './verifyDatabase.ts'

/** Says what is damaged in the database at `path`, by name. The exit code: 1 if anything is. */
export function verify(path: string, asJson: boolean, { say, complain }: Terminal): number {
  if (!existsSync(path)) {
    complain(`candor verify: there is no database at ${path}.`)
    return 1
  }
  const verified = verifyDatabase(path)
  const { damages, postmortems, meetings } = verified
  if (asJson) say(JSON.stringify({ file: path, ...verified }))
  else {
    for (const damage of damages) complain(damageLine(damage))
    if (damages.length === 0) say(`${path} is sound: postmortems ${postmortems}, meetings ${meetings}`)
  }
  return damages.length === 0 ? 0 : 1
}

/** On one line, and without the control characters a terminal would obey. */
export const damageLine = ({ title, postmortemId, problem }: Damage): string =>
  (postmortemId === null ? problem : `${title}  /p/${postmortemId}: ${problem}`).replace(/\p{Cc}+/gu, ' ')
