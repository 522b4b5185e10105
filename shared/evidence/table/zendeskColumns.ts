import { noAnswers } from '../evidenceDraft.ts'
import { noContext } from '../writing/timingOf.ts'
import { cellTiming } from './cellTiming.ts'
import { columnOf, columnsOf } from './columnNames.ts'
import type { Table } from './readTable.ts'

export type ZendeskColumns = {
  id: number
  subject: number | null
  description: number | null
  created: number
  solved: number | null
  group: number | null
}

const names = {
  id: 'id|ticket id|ticket|nr|ticketnummer|ticket nr|ticket number|id del ticket|id du ticket|numero de ticket'.split(
    '|',
  ),
  subject:
    'subject|ticket subject|betreff|thema|sujet|objet|asunto|oggetto|assunto|onderwerp|тема|件名'.split('|'),
  description: 'description|beschreibung|descripcion|descrizione|descricao|beschrijving|описание|説明'.split(
    '|',
  ),
  created:
    'created at|created|created date|ticket created timestamp|ticket created date|ticket created|ticket created date|request date|requested|erstellt|erstellt am|angefordert|creation|cree|cree le|date de creation|creado|creado el|fecha de creacion|creato|creato il|criado|criado em|aangemaakt|gemaakt op|aangemaakt op|создано|作成日時'.split(
      '|',
    ),
  solved:
    'solved at|solved|ticket solved|gelost|gelost am|resolu|resolu le|resuelto|risolto|resolvido|opgelost|решено|解決日時'.split(
      '|',
    ),
  group: 'group|ticket group|gruppe|groupe|grupo|gruppo|groep|группа|グループ'.split('|'),
  requester:
    'requester|requester name|requester email|requester id|anfragender|anforderer|anfragesteller|demandeur|solicitante|richiedente|requerente|aanvrager|инициатор|автор запроса|リクエスタ'.split(
      '|',
    ),
  status: 'status|ticket status|statut|estado|stato|статус|ステータス|via|channel|kanal'.split('|'),
}

/** Columns of people and states that tables of tickets have; a timeline has none, or one. */
const ofTickets =
  'assignee|assignee name|group|ticket group|priority|ticket priority|channel|via|tags|ticket tags|updated|updated at|solved|solved at|satisfaction score|brand|organization|ticket type|ticket form'.split(
    '|',
  )

function firstOfTimes(header: readonly string[], rows: Table['rows']): number | null {
  const isTime = (cell: string) => /\D/.test(cell) && cellTiming(cell, noContext, noAnswers) !== null
  const found = header.findIndex((_, column) =>
    rows.slice(0, 50).every(({ cells }) => isTime(cells[column] ?? '')),
  )
  return found === -1 ? null : found
}

/** Where things stand in a view of tickets; null for a table that has no number, words and time of creation for each. */
export function zendeskColumns({ header, rows }: Table): ZendeskColumns | null {
  const find = (list: readonly string[]) => columnOf(header, list)
  const id = find(names.id)
  const [subject, description] = [find(names.subject), find(names.description)]
  const hasNumbers = rows.slice(0, 50).every(({ cells }) => /^#?\d*$/.test(cells[id ?? -1]?.trim() ?? ''))
  const isOfCustomers =
    find(names.requester) !== null || (hasNumbers && columnsOf(header, ofTickets).length > 1)
  // In any language: the first column of times is that of the beginning.
  const created = find(names.created) ?? firstOfTimes(header, rows)
  const isOfTickets = isOfCustomers && find(names.status) !== null
  if (id === null || created === null || !isOfTickets || (subject ?? description) === null) return null
  return { id, created, subject, description, solved: find(names.solved), group: find(names.group) }
}
