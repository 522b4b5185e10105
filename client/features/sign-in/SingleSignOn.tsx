import { singleSignOnPath } from '../../../shared/wire/signIn.ts'
import { buttonClass } from '../../ui/buttonClass.ts'
import styles from './SignIn.module.css'

/** A plain link: the browser goes to the company's sign-in and comes back to `to`. */
export const SingleSignOn = ({ name, to }: { name: string | null; to: string }) =>
  name !== null && (
    <>
      <p className={styles.or}>or</p>
      <a
        className={buttonClass({ size: 'lg' })}
        href={`${singleSignOnPath}?${new URLSearchParams({ to }).toString()}`}
      >
        Continue with {name}
      </a>
    </>
  )
