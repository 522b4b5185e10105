/** Beside the board the timeline itself scrolls; on the phone and before the meeting the page does. */
export const isScrolledByPage = (section: HTMLElement): boolean => section.closest('[data-room]') === null
