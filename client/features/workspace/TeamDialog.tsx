import { useState } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { changeTeamEndpoint, makeTeamEndpoint, type Team } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { useForm } from '../../room/useForm.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { NameDialog } from './NameDialog.tsx'
import { useOpenWorkspace, useRefresh } from './openWorkspace.ts'
import styles from './Workspace.module.css'

/** A team's name and people. Null makes one. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { workspace, people } = useOpenWorkspace()
  const { workspaceId } = workspace
  const refresh = useRefresh()
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set(team?.personIds))
  // A team that was made while its people were refused is not made a second time.
  const [made, setMade] = useState(team?.teamId ?? null)
  const choose = (personId: PersonId, isIn: boolean) => {
    const next = new Set(chosen)
    if (isIn) next.add(personId)
    else next.delete(personId)
    setChosen(next)
  }
  const form = useForm({
    schema: changeTeamEndpoint.body,
    read: ({ name }) => ({ name, personIds: [...chosen] }),
    ask: async (body) => {
      let teamId = made
      if (teamId === null) {
        const answer = await callApi(makeTeamEndpoint, { params: { workspaceId }, body: { name: body.name } })
        if (!answer.ok) return answer
        teamId = answer.value.teamId
        setMade(teamId)
        if (body.personIds.length === 0) return ok({})
      }
      return callApi(changeTeamEndpoint, { params: { workspaceId, teamId }, body })
    },
    onDone: async () => {
      await refresh()
      onClose()
    },
  })
  return (
    <NameDialog
      title={team ? 'Change the team' : 'Make a team'}
      label="Name"
      startsAs={team?.name ?? ''}
      verb={team ? 'Change it' : 'Make it'}
      form={form}
      onClose={onClose}
    >
      <fieldset>
        <legend>Who is in it</legend>
        <div className={styles.choices}>
          {people.map(({ personId, name }) => (
            <Checkbox
              key={personId}
              checked={chosen.has(personId)}
              onChange={(isIn) => choose(personId, isIn)}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </NameDialog>
  )
}
