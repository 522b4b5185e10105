export const shortcutGroups = [
  'Speaking',
  'Writing',
  'Moving around',
  'Timeline',
  'On a card',
  'Facilitator',
] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

type Shortcut = {
  group: ShortcutGroup
  says: string
  /** Written as `shortcutPressed` reads them; any of them will do. */
  keys: readonly string[]
}

/** Every shortcut there is, in the order the overlay shows them. The overlay lists those that work right now. */
export const shortcuts = {
  hand: { group: 'Speaking', says: 'Raise or lower your hand', keys: ['H'] },
  passFloor: { group: 'Speaking', says: 'Pass the floor on', keys: ['Shift+H'] },
  ready: { group: 'Speaking', says: 'Ready to move on', keys: ['R'] },

  addFact: { group: 'Writing', says: 'Add a fact', keys: ['F'] },
  addInterpretation: { group: 'Writing', says: 'Add an interpretation', keys: ['I'] },
  addQuestion: { group: 'Writing', says: 'Add an open question', keys: ['Q'] },
  addWentWell: { group: 'Writing', says: 'Add what went well', keys: ['W'] },
  addLuck: { group: 'Writing', says: 'Add where we got lucky', keys: ['L'] },
  addAction: { group: 'Writing', says: 'Add an action', keys: ['A'] },
  parkTopic: { group: 'Writing', says: 'Park this topic', keys: ['Z'] },
  comment: { group: 'Writing', says: 'Comment on what has the focus', keys: ['C'] },
  undo: { group: 'Writing', says: 'Undo what you changed', keys: ['Mod+Z'] },
  redo: { group: 'Writing', says: 'Do it again', keys: ['Mod+Shift+Z'] },

  regions: { group: 'Moving around', says: 'Agenda, floor, timeline, columns', keys: ['F6'] },
  cards: { group: 'Moving around', says: 'Next or previous card', keys: ['J', 'K'] },
  keyboard: { group: 'Moving around', says: 'Show this list', keys: ['?'] },

  timelineEvents: { group: 'Timeline', says: 'Previous or next event', keys: ['ArrowLeft', 'ArrowRight'] },
  nextDecision: { group: 'Timeline', says: 'Next decision point', keys: ['D'] },
  setHorizon: { group: 'Timeline', says: 'Set the horizon here', keys: ['T'] },
  selectEvents: {
    group: 'Timeline',
    says: 'Select an event, or several',
    keys: ['Space', 'Shift+ArrowDown'],
  },
  peek: { group: 'Timeline', says: 'Hold to see past the horizon', keys: ['B'] },

  editCard: { group: 'On a card', says: 'Edit, and leave', keys: ['Enter', 'Escape'] },
  moveToColumn: { group: 'On a card', says: 'Move to another column', keys: ['[', ']'] },
  moveInColumn: { group: 'On a card', says: 'Move up or down', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  removeCard: { group: 'On a card', says: 'Remove', keys: ['Delete'] },

  clock: { group: 'Facilitator', says: 'Start or pause the clock', keys: ['P'] },
  extend: { group: 'Facilitator', says: 'Add two minutes', keys: ['+'] },
  nextItem: { group: 'Facilitator', says: 'Next agenda item', keys: ['N'] },
  giveFloor: { group: 'Facilitator', says: 'Give the floor to the first in line', keys: ['G'] },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[] // the keys of a literal are its ids

/**
 * What was pressed, as in `keys`: `H`, `Shift+H`, `Alt+ArrowUp`, `Mod+Z` (Ctrl or ⌘). Signs are themselves on every
 * layout: `+` is never `Shift+=`, and `[` typed with AltGr is `[`.
 */
export function shortcutPressed(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>,
): string {
  const { key } = event
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  const isAltGr = isSign && event.getModifierState('AltGraph')
  const modifiers = [
    (event.ctrlKey || event.metaKey) && !isAltGr && 'Mod',
    event.altKey && !isAltGr && 'Alt',
    event.shiftKey && !isSign && 'Shift',
  ].filter((modifier) => modifier !== false)
  return [...modifiers, key.length === 1 ? key.toUpperCase() : key].join('+')
}
