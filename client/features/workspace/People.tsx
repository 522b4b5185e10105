import { useOpenWorkspace } from './openWorkspace.ts'
import { PersonRow } from './PersonRow.tsx'
import styles from './Workspace.module.css'

type PeopleProps = { onChanged: () => unknown; onLeft: () => unknown }

export function People({ onChanged, onLeft }: PeopleProps) {
  const { people } = useOpenWorkspace()
  return (
    <section className={styles.section} aria-labelledby="people">
      <div className={styles.sectionHead}>
        <h2 id="people">People</h2>
        <span className={styles.count}>{people.length}</span>
      </div>
      <table className={`${styles.table} ${styles.people}`} aria-labelledby="people">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">
              <span className="vh">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((colleague) => (
            <PersonRow key={colleague.personId} colleague={colleague} onChanged={onChanged} onLeft={onLeft} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
