/**
 * Opens the page without a connection. It keeps the files of one build and nothing else: no API, no socket, no content.
 * The page itself is asked of the server first, so that nobody stays on an old one; the files belong to a page by the
 * hash in their names, so each page finds its own for as long as it is open.
 */

export {} // its names are its own

/** Filled in when the page is built: every file it may ask for, the ones loaded later too. */
declare const __FILES_OF_THIS_BUILD__: readonly string[]

type ExtendableEvent = Event & { waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = ExtendableEvent & {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
/** What is used of a worker's global scope: the types of pages and of workers do not go together in one program. */
type Scope = {
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
    (type: 'fetch', listener: (event: FetchEvent) => void): void
  }
}
const scope = self as unknown as Scope

const FILES_PREFIX = 'candor-files-'
const files = __FILES_OF_THIS_BUILD__
/** The names hold the hashes of the files, so another build has another cache. */
const FILES = FILES_PREFIX + hashOf(files.join())
/** One for all builds: a page that is opened without a connection is the newest this browser has seen. */
const PAGE = 'candor-page'
const PAGE_ADDRESS = '/'
/** A line that answers nothing is no connection. */
const MOST_WAIT_MS = 4_000

scope.addEventListener('install', (event) => event.waitUntil(keepThisBuild()))
// Runs only when no page of an older build is open any more: until then its files stay.
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlderBuilds()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|sync|yws)\b/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(newestPage(request))
  else if (pathname.startsWith('/assets/') || files.includes(pathname)) event.respondWith(keptFile(request))
})

async function keepThisBuild(): Promise<void> {
  const cache = await caches.open(FILES)
  await cache.addAll(files)
  const page = await fetch(PAGE_ADDRESS, { cache: 'no-cache' })
  const asked = (await page.clone().text()).match(/\/assets\/[^"]+/g) ?? []
  const isOfThisBuild = page.ok && asked.every((name) => files.includes(name))
  if (!isOfThisBuild) throw new Error('The server has another page by now.') // the browser tries again later
  await (await caches.open(PAGE)).put(PAGE_ADDRESS, page)
}

async function forgetOlderBuilds(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith(FILES_PREFIX) && name !== FILES)
      .map((name) => caches.delete(name)),
  )
}

async function newestPage(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE_ADDRESS)
  if (!kept) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(MOST_WAIT_MS) })
    return isFromProxy(answer.status) ? kept : answer
  } catch {
    return kept
  }
}

/** What stands in front of the server says so while the server itself is restarting. */
function isFromProxy(status: number): boolean {
  return status >= 502 && status <= 504
}

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** Not for secrets: it tells one list of names from another. */
function hashOf(text: string): string {
  let hash = 0
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return (hash >>> 0).toString(36)
}
