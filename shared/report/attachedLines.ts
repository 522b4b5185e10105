import { type Attachment, type AttachTarget, attachmentWords, isAttachedTo } from '../content/attachments.ts'
import { markdownLink } from '../content/notes.ts'
import { sizeInWords } from '../sizeInWords.ts'
import { oneLine } from './prose.ts'
import type { ReportAttachment } from './reportInput.ts'

/** A list of what is attached to one card, event or agenda item; `indent` puts it inside of that one's own item. */
export const attachedLines = (
  attachments: readonly ReportAttachment[],
  target: AttachTarget,
  indent = '',
): string[] =>
  attachments
    .filter(isAttachedTo(target))
    .map(
      (attachment) =>
        `${indent}- Attached: ${markdownLink(oneLine(attachment.name) || 'no name', attachment.address)} (${inWords(attachment)})`,
    )

function inWords(attachment: Attachment): string {
  const kind = attachmentWords[attachment.what]
  switch (attachment.what) {
    case 'link':
      return kind
    case 'log':
      return `${kind}, ${attachment.lines.toLocaleString('en')} lines, ${sizeInWords(attachment.size)}`
    case 'image':
    case 'file':
      return `${kind}, ${sizeInWords(attachment.size)}`
  }
}
