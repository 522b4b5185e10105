/** As a browser goes from redirect to redirect, with its cookies, until a page comes or `isThere` says so. */
export type Browser = {
  /** By origin, then by name: what is sent along. */
  cookies: Map<string, Map<string, string>>
  go: (address: string, change?: (url: URL) => void) => Promise<Arrival>
}
export type Arrival = { url: URL; status: number; passed: URL[] }

/** `elsewhere` says under which address a server that calls itself `publicUrl` is really to be found. */
export function openRedirectFollower({
  publicUrl,
  address,
}: {
  publicUrl: string
  address: string
}): Browser {
  const cookies: Browser['cookies'] = new Map()
  return {
    cookies,
    go: async (start, change = () => {}) => {
      const passed: URL[] = []
      for (let url = new URL(start, publicUrl); passed.length < 20; ) {
        change(url)
        passed.push(url)
        const jar = cookies.get(url.origin) ?? new Map<string, string>()
        cookies.set(url.origin, jar)
        const really = url.origin === publicUrl ? address + url.pathname + url.search : url.href
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(really, { redirect: 'manual', headers: { cookie } })
        await response.text()
        for (const line of response.headers.getSetCookie()) keep(jar, line)
        const next = response.headers.get('location')
        if (next === null) return { url, status: response.status, passed }
        url = new URL(next, url)
      }
      throw new Error(`Around in circles: ${passed.join(' ')}`)
    },
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
  else jar.set(name, value)
}
