/**
 * Lets the page open without a connection. Browsers refuse it on plain http, and some everywhere: then the page works as
 * it does without, and only a reload needs the server.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the page is there: keeping its files must not slow its first showing.
  addEventListener('load', () => {
    navigator.serviceWorker.register('/serviceWorker.js', { updateViaCache: 'none' }).catch(() => {})
  })
}
