import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const node = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
})

const SERVICE_WORKER = 'serviceWorker'

/** Tells the service worker which files the page consists of, by the names this build gave them. */
const listFilesForServiceWorker: Plugin = {
  name: 'list-files-for-service-worker',
  apply: 'build',
  generateBundle(_options, bundle) {
    const worker = bundle[`${SERVICE_WORKER}.js`]
    if (worker?.type !== 'chunk' || worker.imports.length > 0) {
      throw new Error('The service worker must be one file that imports nothing.')
    }
    const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
    const list = JSON.stringify(['/icon.svg', ...files.map((name) => `/${name}`)].sort())
    worker.code = worker.code.replace('__FILES_OF_THIS_BUILD__', () => list)
  },
}

export default defineConfig({
  root: 'client',
  plugins: [react(), listFilesForServiceWorker],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: 'client/index.html', [SERVICE_WORKER]: 'client/serviceWorker.ts' },
      output: {
        // Its address must stay the same, or an open page never hears of a newer one.
        entryFileNames: ({ name }) =>
          name === SERVICE_WORKER ? `${SERVICE_WORKER}.js` : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4100',
      '/sync': { target: 'ws://127.0.0.1:4100', ws: true },
      '/yws': { target: 'ws://127.0.0.1:4100', ws: true },
    },
  },
  test: {
    root: '.',
    // Most of what takes long waits for a browser or a disk: two at once share two processors well.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
      // Those who attack with random input say how often, not how long.
      node('shared', { testTimeout: 20_000 }),
      node('server', { testTimeout: 20_000 }),
      node('journeys', { testTimeout: 60_000, globalSetup: ['test/harness/buildClient.ts'] }),
      {
        extends: true,
        test: {
          name: 'client',
          include: ['test/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['test/harness/patientQueries.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
