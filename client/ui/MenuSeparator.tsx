import { Menu as Base } from '@base-ui/react/menu'
import styles from './Menu.module.css'

export const MenuSeparator = () => <Base.Separator className={styles.separator} />
