import { startSyncServer } from './startSyncServer.ts'

/** The collaboration server in a process of its own, to be killed: `syncServerProcess.ts DIRECTORY`. */
const server = await startSyncServer({ directory: process.argv[2] ?? '' })
process.stdout.write(`${server.address}\n`)
