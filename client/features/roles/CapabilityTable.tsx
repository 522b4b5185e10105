import { Check } from 'lucide-react'
import { meetingRoleGuide } from '../../../shared/guide/meetingRoleGuide.ts'
import { capabilityRows } from '../../../shared/meeting/capabilityWords.ts'
import { meetingRoles } from '../../../shared/meeting/meeting.ts'
import { meetingRoleWords } from '../../room/meetingRoleWords.ts'
import styles from './Roles.module.css'

/** The roles of the meeting and what each may do, from the very table the server decides by. */
export const CapabilityTable = () => (
  <details className={styles.more}>
    <summary>Who may do what in the meeting</summary>
    <dl className={styles.guide}>
      {meetingRoles.map((role) => (
        <div key={role}>
          <dt>{meetingRoleWords[role]}</dt>
          <dd>
            {meetingRoleGuide[role].does} {meetingRoleGuide[role].mustNot}
          </dd>
        </div>
      ))}
    </dl>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys too */}
    <section className={styles.scroll} tabIndex={0} aria-label="Who may do what">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            {meetingRoles.map((role) => (
              <th key={role} scope="col">
                {meetingRoleWords[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {capabilityRows().map(({ capability, words, roles }) => (
            <tr key={capability}>
              <th scope="row">{words}</th>
              {meetingRoles.map((role) => (
                <td key={role}>
                  {roles.includes(role) ? (
                    <Check role="img" aria-label="yes" />
                  ) : (
                    <span className="vh">no</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)
