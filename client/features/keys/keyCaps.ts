const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const caps: Record<string, string> = {
  Mod: isApple ? '⌘' : 'Ctrl',
  Alt: isApple ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** What is printed on the keys of one shortcut: `Alt+ArrowUp` is Alt and ↑. */
export const keyCaps = (keys: string): string[] =>
  keys === '+' ? ['+'] : keys.split('+').map((part) => caps[part] ?? part)
