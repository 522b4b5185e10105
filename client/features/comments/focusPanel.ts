export const PANEL_ID = 'comments-panel'

/** For when what had the focus is gone from the panel: Escape and Tab go on from there. */
export const focusPanel = (): void => document.getElementById(PANEL_ID)?.focus()
