const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-03-18` as `Wed 18 Mar`, with its year unless that is this one. `today` is a calendar date as well. */
export function dueInWords(dueOn: string, today: string): string {
  const date = new Date(`${dueOn}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return dueOn
  const day = `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`
  return dueOn.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.getUTCFullYear()}`
}

/** The calendar date where this browser stands. */
export function calendarDateOf(at: number): string {
  const date = new Date(at)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}
