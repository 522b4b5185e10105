import { columnOf, columnsOf } from './columnNames.ts'
import type { Table } from './readTable.ts'

export type JiraColumns = {
  key: number
  summary: number | null
  created: number | null
  resolved: number | null
  reporter: number | null
  description: number | null
  project: number | null
  comments: number[]
}

const names = {
  key: 'issue key|key|work item key|vorgangsschlussel|schlussel|cle de ticket|cle|clave de incidencia|clave|chiave|chave da item|chave|issuesleutel|sleutel|ключ запроса|код задачи|課題キー|キー'.split(
    '|',
  ),
  summary:
    'summary|zusammenfassung|resume|resumen|riepilogo|resumo|samenvatting|sammanfattning|podsumowanie|тема|сводка|要約'.split(
      '|',
    ),
  created:
    'created|erstellt|creation|cree|creee|creada|creado|creato|criado|criada|gemaakt|aangemaakt|skapad|utworzono|создано|дата создания|作成日'.split(
      '|',
    ),
  resolved:
    'resolved|resolution date|erledigt|gelost|resolu|resolue|resuelta|risolto|resolvido|opgelost|решено|дата решения|解決日'.split(
      '|',
    ),
  reporter:
    'reporter|creator|autor|ersteller|berichterstatter|rapporteur|informador|segnalatore|relator|melder|rapportor|zglaszajacy|автор|報告者'.split(
      '|',
    ),
  description:
    'description|beschreibung|descripcion|descrizione|descricao|beschrijving|beskrivning|opis|описание|説明'.split(
      '|',
    ),
  project:
    'project key|project name|project|projektschlussel|projekt|projet|proyecto|progetto|projeto|プロジェクト'.split(
      '|',
    ),
  comments: [
    'comment',
    'comments',
    'kommentar',
    'kommentare',
    'commentaire',
    'comentario',
    'commento',
    'opmerking',
    'комментарий',
    'コメント',
  ],
}

const issueKey = /^[A-Z][A-Z0-9_]{1,20}-\d+$/
/** `11/Mar/26 10:40 AM;712020:ab;text` */
export const jiraComment = /^([^;\n]{6,40}\d[^;\n]{0,12});([^;\n]{0,200});([\s\S]*)$/

/** Where things stand in a Jira export, in any language: keys and comments show what they are. Null if it is none. */
export function jiraColumns({ header, rows }: Table): JiraColumns | null {
  const samples = rows.slice(0, 50)
  const isMostly = (column: number, pattern: RegExp) => {
    const cells = samples.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length
  }
  const byContent = header.flatMap((_, column) => (isMostly(column, issueKey) ? [column] : []))
  const named = columnOf(header, names.key)
  const key = named !== null && byContent.includes(named) ? named : byContent[0]
  const comments = header.flatMap((_, column) => (isMostly(column, jiraComment) ? [column] : []))
  const created = columnOf(header, names.created)
  if (key === undefined || (created === null && comments.length === 0)) return null
  const summary = columnOf(header, names.summary)
  if (summary === null && named === null && comments.length === 0) return null
  const all = new Set([...comments, ...columnsOf(header, names.comments)])
  return {
    key,
    summary,
    created,
    resolved: columnOf(header, names.resolved),
    reporter: columnOf(header, names.reporter),
    description: columnOf(header, names.description),
    project: columnOf(header, names.project),
    comments: [...all].sort((a, b) => a - b),
  }
}
