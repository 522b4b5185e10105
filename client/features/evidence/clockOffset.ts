/** `+1:30`, `-90s`, `2m`: by how much a clock is set right, in ms; null for what is none of them. */
export function readClockOffset(typed: string): number | null {
  const text = typed.trim().replace(/^[−–]/, '-')
  if (text === '') return 0
  const clock = /^([+-]?)(\d{1,4}):([0-5]\d)$/.exec(text)
  if (clock) return signed(clock[1], Number(clock[2]) * 60 + Number(clock[3]))
  const length = /^([+-]?)(\d{1,6})\s*(s|sec|seconds?|m|min|minutes?|h|hours?)?$/i.exec(text)
  if (!length) return null
  const unit = (length[3] ?? 's')[0]?.toLowerCase()
  return signed(length[1], Number(length[2]) * (unit === 'h' ? 3_600 : unit === 'm' ? 60 : 1))
}

const signed = (sign: string | undefined, seconds: number) => (sign === '-' ? -seconds : seconds) * 1_000
