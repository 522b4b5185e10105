import * as z from 'zod/mini'

/** Letters that are safe in an address, a document name and a file name. */
const id = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/))

export const personId = id.brand<'PersonId'>()
export const postmortemId = id.brand<'PostmortemId'>()
export const workspaceId = id.brand<'WorkspaceId'>()
export const teamId = id.brand<'TeamId'>()
export const sessionId = id.brand<'SessionId'>()
export const invitationId = id.brand<'InvitationId'>()
export const guestLinkId = id.brand<'GuestLinkId'>()
export const meetingId = id.brand<'MeetingId'>()
export const agendaItemId = id.brand<'AgendaItemId'>()
export const cardId = id.brand<'CardId'>()
export const timelineEventId = id.brand<'TimelineEventId'>()
export const actionItemId = id.brand<'ActionItemId'>()
/** Of a person in a role of the incident. */
export const roleHolderId = id.brand<'RoleHolderId'>()
/** Says what a mark is about, so that two people who make it make one. */
export const preparationMarkId = id.brand<'PreparationMarkId'>()
export const metricSeriesId = id.brand<'MetricSeriesId'>()
export const evidenceId = id.brand<'EvidenceId'>()
export const attachmentId = id.brand<'AttachmentId'>()
/** Of bytes the server keeps; several attachments can show the same. */
export const attachedFileId = id.brand<'AttachedFileId'>()
/** Made by whoever presses “send”, so that a press that is repeated sends nothing twice. */
export const sendingId = id.brand<'SendingId'>()
export const commandId = id.brand<'CommandId'>()
export const threadId = id.brand<'ThreadId'>()
export const commentId = id.brand<'CommentId'>()

export type PersonId = z.infer<typeof personId>
export type PostmortemId = z.infer<typeof postmortemId>
export type WorkspaceId = z.infer<typeof workspaceId>
export type TeamId = z.infer<typeof teamId>
export type SessionId = z.infer<typeof sessionId>
export type InvitationId = z.infer<typeof invitationId>
export type GuestLinkId = z.infer<typeof guestLinkId>
export type MeetingId = z.infer<typeof meetingId>
export type AgendaItemId = z.infer<typeof agendaItemId>
export type CardId = z.infer<typeof cardId>
export type TimelineEventId = z.infer<typeof timelineEventId>
export type ActionItemId = z.infer<typeof actionItemId>
export type RoleHolderId = z.infer<typeof roleHolderId>
export type PreparationMarkId = z.infer<typeof preparationMarkId>
export type MetricSeriesId = z.infer<typeof metricSeriesId>
export type EvidenceId = z.infer<typeof evidenceId>
export type AttachmentId = z.infer<typeof attachmentId>
export type AttachedFileId = z.infer<typeof attachedFileId>
export type SendingId = z.infer<typeof sendingId>
export type CommandId = z.infer<typeof commandId>
export type ThreadId = z.infer<typeof threadId>
export type CommentId = z.infer<typeof commentId>
