import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm test`: builds the page, checks the code, runs every test, and counts. The last line is for machines too. */

const folder = mkdtempSync(join(tmpdir(), 'candor-test-'))
const resultsFile = join(folder, 'results.json')

const run = (title: string, command: string, args: string[]): boolean => {
  console.log(`\n— ${title}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}
const onThisNode = (title: string, ...args: string[]) => run(title, process.execPath, ['launch.mjs', ...args])

const checks = [
  onThisNode('The page is built', 'vite', 'build', '--logLevel', 'warn'),
  onThisNode('Types', 'typescript', '-p', 'tsconfig.json'),
  run('Lint and format', process.platform === 'win32' ? 'npx.cmd' : 'npx', [
    '--no-install',
    'biome',
    'check',
    '.',
  ]),
]
onThisNode(
  'Tests',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultsFile}`,
)

const tests = readResults(resultsFile)
rmSync(folder, { recursive: true, force: true })

const passed = tests.passed + checks.filter(Boolean).length
const failed = tests.failed + checks.filter((isFine) => !isFine).length
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || tests.passed === 0 ? 1 : 0)

/** A file that does not load, a test that was skipped and a run that wrote no results are failures. */
function readResults(file: string): { passed: number; failed: number } {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    const brokenFiles = results.testResults.filter(
      (result: { status: string; assertionResults: unknown[] }) =>
        result.status === 'failed' && result.assertionResults.length === 0,
    ).length
    const notRun = results.numPendingTests + results.numTodoTests
    return { passed: results.numPassedTests, failed: results.numFailedTests + brokenFiles + notRun }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
