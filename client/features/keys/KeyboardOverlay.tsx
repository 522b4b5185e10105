import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { type ShortcutGroup, shortcutGroups, shortcuts } from '../../room/shortcutList.ts'
import { lettersOn, useShortcut, workingShortcuts } from '../../room/useShortcut.ts'
import { useValue } from '../../room/valueStore.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Switch } from '../../ui/Switch.tsx'
import styles from './KeyboardOverlay.module.css'
import { keyCaps } from './keyCaps.ts'

/** The button in the bar, and the list it opens: every shortcut that works where the person is now. */
export function KeyboardOverlay() {
  const [isOpen, setOpen] = useState(false)
  useShortcut('keyboard', () => setOpen(true))
  return (
    <span className={styles.button}>
      <IconButton label="Keyboard shortcuts" onClick={() => setOpen(true)}>
        <Keyboard aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Dialog
          open
          size="xl"
          title="Keyboard"
          description={
            <>
              Single letters work when you are not typing. Press <Kbd spoken>Esc</Kbd> to leave a card.
            </>
          }
          onClose={() => setOpen(false)}
          footer={<LettersSwitch />}
        >
          <div className={styles.groups}>
            {shortcutGroups.map((group) => (
              <Group key={group} group={group} />
            ))}
          </div>
        </Dialog>
      )}
    </span>
  )
}

function Group({ group }: { group: ShortcutGroup }) {
  const working = useValue(workingShortcuts).filter((id) => shortcuts[id].group === group)
  if (working.length === 0) return null
  return (
    <section className={styles.group}>
      <h3>{group}</h3>
      <dl>
        {working.map((id) => (
          <div key={id}>
            <dt>{shortcuts[id].says}</dt>
            <dd>
              {shortcuts[id].keys.flatMap(keyCaps).map((cap, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: Alt may stand there twice, and nothing moves
                <Kbd key={position} spoken>
                  {cap}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function LettersSwitch() {
  const isOn = useValue(lettersOn)
  return (
    <div className={styles.letters}>
      <Switch on={isOn} onChange={lettersOn.set}>
        Single letters
      </Switch>
      <p>Switch them off if they fight with a screen reader or with speech input.</p>
    </div>
  )
}
