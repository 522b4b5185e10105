import { parseArgs } from 'node:util'
import { type AttackFigure, runAttacks } from './runAttacks.ts'

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const report = await runAttacks((line) => process.stderr.write(`${line}\n`))
const { attacks, quiet, under, ratio, closedOnTheRoom } = report

const row = ({ name, messages, bytes, endings, cpuMs, quiet, under, ratio }: AttackFigure) =>
  [
    name,
    `${messages} messages, ${Math.round(bytes / 1_024)} KiB`,
    Object.entries(endings)
      .map(([end, count]) => `${end} ×${count}`)
      .join(', '),
    `${Math.round(cpuMs)} ms`,
    `${quiet.p50.toFixed(1)} → ${under.p50.toFixed(1)} ms (${ratio.p50.toFixed(2)}×)`,
    `${quiet.p95.toFixed(1)} → ${under.p95.toFixed(1)} ms (${ratio.p95.toFixed(2)}×)`,
  ].join(' | ')

process.stdout.write(
  options.json
    ? `${JSON.stringify(report)}\n`
    : `${[
        'attack | sent | ended | server CPU | room p50, quiet → under attack | room p95',
        ...attacks.map(row),
        `all together | | | | ${quiet.p50.toFixed(1)} → ${under.p50.toFixed(1)} ms (${ratio.p50.toFixed(2)}×) | ${quiet.p95.toFixed(1)} → ${under.p95.toFixed(1)} ms (${ratio.p95.toFixed(2)}×)`,
      ].join('\n')}\n`,
)
process.exitCode = closedOnTheRoom.length > 0 ? 1 : 0
