import { parseArgs } from 'node:util'
import { runSoak } from './runSoak.ts'

/** Somebody is always between two lines at the moment of counting. */
const HANDLES_BETWEEN_LINES = 5

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rooms: { type: 'string', default: '20' },
    people: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const [minutes, rooms, people] = [Number(options.minutes), Number(options.rooms), Number(options.people)]
if (
  !(
    minutes > 0 &&
    minutes <= 600 &&
    Number.isInteger(rooms) &&
    rooms > 0 &&
    Number.isInteger(people) &&
    people > 1
  )
) {
  process.stderr.write('Usage: soak [--minutes N] [--rooms N] [--people N] [--json]\n')
  process.exit(2)
}
const result = await runSoak({ minutes, rooms, people }, (line) => process.stderr.write(`${line}\n`))
process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`)

const count = (handles: Record<string, number>) => Object.values(handles).reduce((sum, some) => sum + some, 0)
const { handles, openFiles } = result
const isGrowing =
  count(handles.last) > count(handles.first) + HANDLES_BETWEEN_LINES ||
  openFiles.last > openFiles.first + HANDLES_BETWEEN_LINES
if (isGrowing) process.stderr.write('The server holds more handles at the end than at the beginning.\n')
process.exit(isGrowing ? 1 : 0)
