import { InvitationRow } from './InvitationRow.tsx'
import { InviteForm } from './InviteForm.tsx'
import { useOpenWorkspace } from './openWorkspace.ts'
import styles from './Workspace.module.css'

/** Whom to bring in, and who has not come yet. */
export function Invitations() {
  const { invitations } = useOpenWorkspace()
  return (
    <section className={styles.section} aria-labelledby="invite">
      <div className={styles.sectionHead}>
        <h2 id="invite">Invite someone</h2>
      </div>
      <p className={styles.about}>The link you get works once, for seven days, and only for this address.</p>
      <InviteForm />
      {invitations.length > 0 && (
        <div className={styles.section}>
          <table className={`${styles.table} ${styles.invitations}`}>
            <caption className="vh">Open invitations</caption>
            <thead>
              <tr>
                <th scope="col">Invited</th>
                <th scope="col">Role</th>
                <th scope="col">By</th>
                <th scope="col">Open until</th>
                <th scope="col">
                  <span className="vh">Withdraw</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <InvitationRow key={invitation.invitationId} invitation={invitation} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
