import type {
  ActionItemId,
  AgendaItemId,
  AttachedFileId,
  AttachmentId,
  CardId,
  CommentId,
  EvidenceId,
  GuestLinkId,
  MeetingId,
  PersonId,
  PostmortemId,
  RoleHolderId,
  TeamId,
  ThreadId,
  TimelineEventId,
  WorkspaceId,
} from '../../shared/ids.ts'

// A test names its people and things itself; the brand says only that production code parses what it is given.
export const asPerson = (id: string) => id as PersonId
export const asItem = (id: string) => id as AgendaItemId
export const asCard = (id: string) => id as CardId
export const asTimelineEvent = (id: string) => id as TimelineEventId
export const asAction = (id: string) => id as ActionItemId
export const asPostmortem = (id: string) => id as PostmortemId
export const asTeam = (id: string) => id as TeamId
export const asGuestLink = (id: string) => id as GuestLinkId
export const asWorkspace = (id: string) => id as WorkspaceId
export const asMeeting = (id: string) => id as MeetingId
export const asThread = (id: string) => id as ThreadId
export const asComment = (id: string) => id as CommentId
export const asAttachment = (id: string) => id as AttachmentId
export const asAttachedFile = (id: string) => id as AttachedFileId
export const asRoleHolder = (id: string) => id as RoleHolderId
export const asEvidence = (id: string) => id as EvidenceId
