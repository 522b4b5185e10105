import type { PostmortemSummary } from '../../../shared/wire/postmortems.ts'
import { PostmortemRow } from './PostmortemRow.tsx'
import styles from './Postmortems.module.css'

type PostmortemTableProps = {
  postmortems: readonly PostmortemSummary[]
  /** What was searched for, to be marked in the titles. */
  words: string
}

export const PostmortemTable = ({ postmortems, words }: PostmortemTableProps) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">Incident</th>
        <th scope="col">
          <span className="vh">Severity</span>
        </th>
        <th scope="col">Services</th>
        <th scope="col">Happened</th>
        <th scope="col">People</th>
        <th scope="col">Meeting</th>
      </tr>
    </thead>
    <tbody>
      {postmortems.map((postmortem) => (
        <PostmortemRow key={postmortem.postmortemId} postmortem={postmortem} words={words} />
      ))}
    </tbody>
  </table>
)
