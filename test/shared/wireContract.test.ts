import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { meetingCommand } from '../../shared/meeting/commands.ts'
import { meetingEvent } from '../../shared/meeting/events.ts'
import { meetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { clientMessage, serverMessage } from '../../shared/wire/socketMessages.ts'

const contract = { meetingCommand, meetingEvent, meetingSnapshot, clientMessage, serverMessage }

const fingerprintOf = (schema: z.core.$ZodType): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })))
    .digest('hex')
    .slice(0, 16)

test('the wire contract is the one this protocol version promises', () => {
  const fingerprints = Object.entries(contract).map(([name, schema]) => [name, fingerprintOf(schema)])
  expect(
    { PROTOCOL_VERSION, ...Object.fromEntries(fingerprints) },
    'The wire changed shape. If a tab opened before would misread it, raise PROTOCOL_VERSION too. ' +
      'Meeting events are stored forever: an old one must still parse.',
  ).toMatchInlineSnapshot(`
    {
      "PROTOCOL_VERSION": 3,
      "clientMessage": "10211d27f238f036",
      "meetingCommand": "37284c57597b5c93",
      "meetingEvent": "de5703c916b2cd48",
      "meetingSnapshot": "13d796a144f50e0a",
      "serverMessage": "2e1627d6705974fb",
    }
  `)
})
