import { type Given, packGiven } from './packGiven.ts'

self.addEventListener('message', ({ data }: MessageEvent<Given>) => {
  packGiven(data).then(
    (packed) => self.postMessage(packed),
    // A folder, or a file that is gone. A page hears of what is thrown, not of a promise nobody kept.
    (error) =>
      setTimeout(() => {
        throw error
      }),
  )
})
