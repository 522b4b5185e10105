import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { anything, flag, id, words } from '../looseFields.ts'
import { type Told, told } from '../told.ts'
import { githubLogin } from './githubDeployment.ts'

export const githubRelease = z.object({
  id,
  tag_name: words,
  name: words,
  body: words,
  draft: flag,
  prerelease: flag,
  published_at: anything,
  author: githubLogin,
})

/** `created_at` is not looked at: it is when the commit was made. `action` is that of a webhook. */
export function releaseDraft(
  one: z.infer<typeof githubRelease>,
  action: string | null,
  answers: EvidenceAnswers,
): Told[] {
  const what = [...new Set([one.tag_name, one.name])].filter(Boolean).join(': ') || 'an unnamed version'
  const draft = evidenceDraft({
    ...firstTiming(answers, one.published_at),
    nativeId: one.id,
    text: [`${one.prerelease ? 'Prerelease' : 'Release'} ${what}`, one.body].filter(Boolean).join('\n'),
    actor: one.author?.login ?? null,
    kindHint: 'deploy',
    edited: action === 'edited',
    deleted: action === 'deleted' || action === 'unpublished',
  })
  return [told(draft, { identity: `release ${one.id}`, typed: one.body })]
}
