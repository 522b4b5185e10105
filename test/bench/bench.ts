import { parseArgs } from 'node:util'
import { fullPlan, quickPlan } from './benchPlan.ts'
import { figureTable } from './figureTable.ts'
import { measureAll } from './measureAll.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
})

/** Standard output holds the result alone. */
const say = (line: string) => process.stderr.write(`${line}\n`)

const figures = await measureAll(options.quick ? quickPlan : fullPlan, say)
process.stdout.write(options.json ? `${JSON.stringify({ figures })}\n` : figureTable(figures))
