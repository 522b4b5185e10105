import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { serverMessage } from '../../shared/wire/socketMessages.ts'
import { acceptForHocuspocus } from '../bench/peers/acceptForHocuspocus.ts'
import { listenAsPeer } from '../bench/peers/listenAsPeer.ts'

const [, , dataDir = '', port = '0'] = process.argv
const pathOf = (documentName: string) => join(dataDir, `${documentName}.bin`)

/** The library's stock way: writes the document now and then, and calls stored what it has in memory. */
const hocuspocus = new Hocuspocus({
  quiet: true,
  debounce: 2_000,
  maxDebounce: 10_000,
  onLoadDocument: async ({ document, documentName }) => {
    if (existsSync(pathOf(documentName))) Y.applyUpdate(document, readFileSync(pathOf(documentName)))
  },
  onStoreDocument: async ({ document, documentName }) => {
    writeFileSync(pathOf(documentName), Y.encodeStateAsUpdate(document))
  },
  onStateless: async ({ connection, payload }) => {
    const { number } = JSON.parse(payload)
    connection.sendStateless(JSON.stringify(serverMessage.parse({ type: 'durable', number })))
  },
})
acceptForHocuspocus(listenAsPeer(Number(port)), hocuspocus)
