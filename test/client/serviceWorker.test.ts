import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

type Listener = (event: { [name: string]: unknown }) => void

/** A browser's caches, which outlive the workers. */
let kept: Map<string, Map<string, Response>>
/** What the server has now; undefined answers are a dead line. */
let served: Record<string, Response | undefined>
let listeners: Map<string, Listener>

const addressOf = (asked: RequestInfo) =>
  new URL(typeof asked === 'string' ? asked : asked.url, location.origin).pathname
const page = (...files: string[]) => new Response(files.map((file) => `<script src="${file}">`).join())

beforeEach(() => {
  kept = new Map()
  served = {}
  const cacheOf = (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, entries)
    return {
      addAll: async (files: string[]) => {
        for (const file of files) entries.set(file, await fetch(file))
      },
      put: async (address: string, answer: Response) => void entries.set(address, answer),
    }
  }
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (asked: RequestInfo) =>
      [...kept.values()].flatMap((entries) => entries.get(addressOf(asked)) ?? [])[0]?.clone(),
  })
  vi.stubGlobal('fetch', async (asked: RequestInfo) => {
    const answer = served[addressOf(asked)]
    if (!answer) throw new TypeError('Failed to fetch')
    return answer.clone()
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Runs the worker of a build with these files. Each build has one of its own. */
async function startWorker(...files: string[]): Promise<void> {
  listeners = new Map()
  vi.resetModules()
  vi.stubGlobal('__FILES_OF_THIS_BUILD__', files)
  vi.stubGlobal('self', {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  })
  await import('../../client/serviceWorker.ts')
}

async function happen(type: 'install' | 'activate'): Promise<void> {
  let work: Promise<unknown> = Promise.resolve()
  listeners.get(type)?.({ waitUntil: (given: Promise<unknown>) => (work = given) })
  await work
}

/** The worker's answer; null where it leaves the request alone. */
async function ask(path: string, { mode = 'cors', method = 'GET' } = {}): Promise<string | null> {
  let answer: Promise<Response> | null = null
  const request = { url: location.origin + path, mode, method }
  listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
  return answer === null ? null : (await (answer as Promise<Response>)).text()
}
const open = (path: string) => ask(path, { mode: 'navigate' })

async function install(build: string): Promise<void> {
  const file = `/assets/${build}.js`
  served = { '/': page(file), [file]: new Response(`code of ${build}`) }
  await startWorker(file)
  await happen('install')
}

describe('the service worker', () => {
  test('opens any page of Candor without a connection, with all its files', async () => {
    await install('one')
    served = {}
    expect(await open('/p/some-meeting')).toContain('/assets/one.js')
    expect(await ask('/assets/one.js')).toBe('code of one')
  })

  test('asks the server for the page first, so nobody stays on an old one', async () => {
    await install('one')
    served = { '/p/some-meeting': page('/assets/two.js') }
    expect(await open('/p/some-meeting')).toContain('/assets/two.js')
  })

  test('passes over a proxy that says the server is away', async () => {
    await install('one')
    served = { '/': new Response('Bad gateway', { status: 502 }) }
    expect(await open('/')).toContain('/assets/one.js')
  })

  test('leaves the API, the sockets and everything that is sent alone', async () => {
    await install('one')
    expect(await ask('/api/me')).toBeNull()
    expect(await open('/api/postmortems/p1/report.md')).toBeNull()
    expect(await ask('/sync')).toBeNull()
    expect(await ask('/yws/content.p1')).toBeNull()
    expect(await ask('/p/x', { method: 'POST' })).toBeNull()
    expect([...kept.values()].flatMap((entries) => [...entries.keys()])).toEqual(['/assets/one.js', '/'])
  })

  test('keeps the files of an older build while a page of it may be open, and only so long', async () => {
    await install('one')
    await install('two')
    served = {}
    expect(await ask('/assets/one.js')).toBe('code of one')
    expect(await open('/')).toContain('/assets/two.js')
    await happen('activate')
    expect(await ask('/assets/two.js')).toBe('code of two')
    await expect(ask('/assets/one.js')).rejects.toThrow()
  })

  test('does not keep a page whose files it has not: the server was updated meanwhile', async () => {
    await install('one')
    served = { '/': page('/assets/three.js'), '/assets/two.js': new Response('code of two') }
    await startWorker('/assets/two.js')
    await expect(happen('install')).rejects.toThrow('another page')
    served = {}
    expect(await open('/')).toContain('/assets/one.js')
  })
})
