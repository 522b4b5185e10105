import { parseArgs } from 'node:util'
import { runTorture } from './runTorture.ts'
import { startCandorTarget } from './startCandorTarget.ts'
import { startDebouncedTarget } from './startDebouncedTarget.ts'
import type { StartTarget } from './tortureTarget.ts'

/** `debounced` is there to show that this program finds losses where there are some. */
const targets: Record<string, StartTarget> = { candor: startCandorTarget, debounced: startDebouncedTarget }

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    against: { type: 'string', default: 'candor' },
    json: { type: 'boolean', default: false },
  },
})
const [kills, seed] = [Number(options.kills), Number(options.seed)]
const startTarget = targets[options.against]
if (!startTarget || !Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Usage: torture [--kills N] [--seed N] [--against candor|debounced] [--json]\n')
  process.exit(2)
}

const say = (line: string) => process.stderr.write(`${line}\n`)
say(`seed ${seed}`)
const target = await startTarget()
const result = await runTorture(target, { kills, seed, say }).finally(() => target.discard())
process.stdout.write(
  options.json
    ? `${JSON.stringify(result)}\n`
    : `${result.kills} kills: of ${result.acknowledged} acknowledged changes ${result.lost} were lost and ${result.doubled} doubled.\n`,
)
process.exitCode = result.lost + result.doubled > 0 || result.acknowledged === 0 ? 1 : 0
