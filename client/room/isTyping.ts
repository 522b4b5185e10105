/** Where keys write. */
export const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=""], [contenteditable=true]'

/** Whether the focus is where somebody writes. */
export const isTyping = (): boolean => document.activeElement?.closest(TYPING) != null
