import { type Given, packGiven } from './packGiven.ts'

self.addEventListener('message', ({ data }: MessageEvent<Given>) => {
  void packGiven(data).then((packed) => self.postMessage(packed))
})
