import { Hocuspocus } from '@hocuspocus/server'
import { acceptForHocuspocus } from './acceptForHocuspocus.ts'
import { listenAsPeer } from './listenAsPeer.ts'

/** Without a single extension: nothing is checked and nothing is stored. */
acceptForHocuspocus(listenAsPeer(), new Hocuspocus({ quiet: true }))
