import type { Express } from 'express'
import { attachedFileId, postmortemId } from '../../shared/ids.ts'
import { attachedFilePath, imageTypes, type MediaType } from '../../shared/wire/attachments.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { readFile } from './fileRows.ts'

type FileDependencies = FindDependencies & { principalOf: PrincipalOf }

/**
 * The bytes of an attachment. Pictures are shown, everything else is downloaded; opened by itself, none of it runs
 * anything or belongs to anybody. A browser may keep it and has to ask each time whether its person still may see it.
 */
export function fileRoute(app: Express, dependencies: FileDependencies): void {
  app.get(attachedFilePath(':postmortemId', ':fileId'), ({ params, headers }, response) => {
    const principal = dependencies.principalOf(headers)
    const reader = readerAsking(principal)
    if (!reader.ok) return sendProblem(response, reader.problem)
    const of = postmortemId.safeParse(params.postmortemId)
    const id = attachedFileId.safeParse(params.fileId)
    if (!of.success || !findPostmortem(dependencies, principal, of.data))
      return sendProblem(response, { reason: 'noSuchMeeting' })
    const file = id.success ? readFile(dependencies.database, of.data, id.data) : null
    if (!file) return sendProblem(response, { reason: 'noSuchFile' })
    const etag = `"${file.hash}"`
    const isKnown = headers['if-none-match'] === etag
    const content = isKnown ? null : file.content()
    if (!isKnown && !content) return sendProblem(response, { reason: 'fileDamaged' })
    const name = file.name.replace(/[/\\]/g, '_')
    if (isImage(file.mediaType)) response.set('content-disposition', 'inline')
    else response.attachment(name)
    response.set({
      'content-type': contentTypeOf(file.mediaType),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag,
    })
    if (content) response.send(content)
    else response.status(304).end()
  })
}

const isImage = (type: MediaType): boolean => imageTypes.some((image) => image === type)

const contentTypeOf = (type: MediaType): string => (type === 'text/plain' ? `${type}; charset=utf-8` : type)
