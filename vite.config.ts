import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const node = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
})

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4100',
      '/sync': { target: 'ws://127.0.0.1:4100', ws: true },
    },
  },
  test: {
    root: '.',
    projects: [
      { extends: true, test: { name: 'architecture', include: ['test/architecture.test.ts'] } },
      node('shared'),
      node('server', { testTimeout: 20_000 }),
      node('journeys', { testTimeout: 60_000, globalSetup: ['test/harness/buildClient.ts'] }),
      {
        extends: true,
        test: { name: 'client', include: ['test/client/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
    ],
  },
})
