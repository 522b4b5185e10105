import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

type Rule = { folder: string; packages: 'any' | readonly string[]; folders: readonly string[] }

/** The first rule whose folder holds a file decides what the file may import. `own feature` is its own folder. */
const rules: readonly Rule[] = [
  { folder: 'shared/content', packages: ['zod', 'yjs', 'fractional-indexing'], folders: ['shared'] },
  // Quoted cells and deflated bytes are not worth a second reader; both packages are pure, and run in a page as well.
  { folder: 'shared/evidence', packages: ['zod', 'papaparse', 'fflate'], folders: ['shared'] },
  { folder: 'shared', packages: ['zod'], folders: ['shared'] },
  { folder: 'client/ui', packages: 'any', folders: ['client/ui'] },
  { folder: 'client/device', packages: 'any', folders: ['client/device', 'shared'] },
  { folder: 'client/room', packages: 'any', folders: ['client/room', 'client/device', 'shared'] },
  {
    folder: 'client/features',
    packages: 'any',
    folders: ['own feature', 'client/room', 'client/device', 'client/ui', 'shared'],
  },
  { folder: 'client', packages: 'any', folders: ['client', 'shared'] },
  {
    folder: 'server/meetings',
    packages: 'any',
    folders: ['server/meetings', 'server/storage', 'server/people', 'server/http', 'shared'],
  },
  { folder: 'server/storage', packages: 'any', folders: ['server/storage', 'shared'] },
  { folder: 'server', packages: 'any', folders: ['server', 'shared'] },
  { folder: 'test', packages: 'any', folders: ['client', 'server', 'shared', 'test'] },
]

const forbiddenIn: readonly { folder: string; except: readonly string[]; pattern: RegExp }[] = [
  {
    folder: 'shared',
    except: [],
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bconsole\.\w|\b(document|window)\.\w/,
  },
  {
    folder: 'server',
    except: ['server/main.ts', 'server/candor.ts'],
    pattern: /\bDate\.now\b|\bnew Date\(\)/,
  },
  {
    folder: 'server',
    except: ['server/main.ts', 'server/candor.ts', 'server/dev.ts'],
    pattern: /\bprocess\.env\b/,
  },
]

/** Its planted violations are strings that look like imports. */
const self = 'test/architecture.test.ts'

const importPattern = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g

/** What is wrong with one file, as sentences; empty when its imports keep to the rules. */
function wallsBroken(file: string, source: string): string[] {
  const rule = rules.find(({ folder }) => file.startsWith(`${folder}/`))
  if (!rule) return [] // a configuration file at the top
  const broken = [...withoutComments(source).matchAll(importPattern)].flatMap(([, specifier = '']) => {
    if (!specifier.startsWith('.')) {
      if (rule.packages === 'any' || specifier.startsWith('virtual:')) return []
      const isAllowed = rule.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
      return isAllowed ? [] : [`${file} imports the package ${specifier}`]
    }
    const target = normalize(join(dirname(file), specifier))
    const folders = rule.folders.map((name) => (name === 'own feature' ? ownFeature(file) : name))
    return folders.some((folder) => target.startsWith(`${folder}/`)) ? [] : [`${file} imports ${target}`]
  })
  const code = withoutComments(source)
  const globals = forbiddenIn
    .filter(({ folder, except }) => file.startsWith(`${folder}/`) && !except.includes(file))
    .flatMap(({ pattern }) => pattern.exec(code)?.[0] ?? [])
    .map((used) => `${file} uses ${used}`)
  return [...broken, ...globals]
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const ownFeature = (file: string) => file.split('/').slice(0, 3).join('/')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

test('every import keeps to the walls of the house', () => {
  const files = ['client', 'server', 'shared', 'test'].flatMap(filesIn).filter((file) => file !== self)
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap((file) => wallsBroken(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('no folder is entered through a barrel', () => {
  const barrels = ['client', 'server', 'shared']
    .flatMap(filesIn)
    .filter((file) => /\/index\.tsx?$/.test(file))
  expect(barrels).toEqual([])
})

/** The classes a component names that its style sheet does not have: it would come out unstyled without a word. */
function unknownClasses(file: string, source: string, readStyle: (path: string) => string): string[] {
  return [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(
    ([, name = '', path = '']) => {
      const style = readStyle(join(dirname(file), path))
      const named = new Set(
        [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, each]) => each),
      )
      return [...named]
        .filter((each) => !new RegExp(`\\.${each}\\b`).test(style))
        .map((each) => `${file} .${each}`)
    },
  )
}

test('every class a component names stands in its style sheet', () => {
  const unknown = filesIn('client').flatMap((file) =>
    unknownClasses(file, readFileSync(file, 'utf8'), (path) => readFileSync(path, 'utf8')),
  )
  expect(unknown).toEqual([])
  const planted = "import styles from './A.module.css'\nstyles.there, styles.gone"
  expect(unknownClasses('client/ui/A.tsx', planted, () => '.there {}')).toEqual(['client/ui/A.tsx .gone'])
})

describe('the walls notice', () => {
  test.each([
    ['shared/meeting/x.ts', "import { a } from '../../client/room/room.ts'"],
    ['shared/meeting/x.ts', "import * as Y from 'yjs'"],
    ['shared/meeting/x.ts', "import { readFile } from 'node:fs'"],
    ['shared/meeting/x.ts', 'export const now = Date.now()'],
    ['server/app.ts', "import type { Room } from '../client/room/room.ts'"],
    ['server/app.ts', 'const at = Date.now()'],
    ['server/app.ts', 'const port = process.env.PORT'],
    ['server/meetings/runCommand.ts', "import { x } from '../collaboration/pushMeeting.ts'"],
    ['client/features/agenda/Agenda.tsx', "const { Floor } = await import('../floor/Floor.tsx')"],
    ['client/features/agenda/Agenda.tsx', "import type { Floor } from '../floor/Floor.tsx'"],
    ['client/room/room.ts', "import { Agenda } from '../features/agenda/Agenda.tsx'"],
    ['client/ui/Button.tsx', "import { room } from '../room/room.ts'"],
    ['client/app/App.tsx', "import { app } from '../../server/app.ts'"],
  ])('%s with %s', (file, source) => {
    expect(wallsBroken(file, source)).toHaveLength(1)
  })
})
