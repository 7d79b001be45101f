import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from '#platform/http/openapi-document.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import { RECORD_KINDS } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** Of each protocol version, what was spoken. A change of the contract adds a line and raises PROTOCOL_VERSION. */
const SPOKEN: Readonly<Record<number, string>> = {
  1: '5b124e7bc2c65fc7e70cbb20fc1dbe15e7b4c51fa2d5cb4b03e76bba1a00080d',
  2: 'cbc44d2a2c28a869675c3135cfdb4df45cf27f75d818901b286f48e0d2b2a70e',
  3: '2a0b1c799586330a36e839628f08e854fab48912ed7295de6ff978c8cdafb41a',
  4: '4551f6ac4c5c2fa084cff9f6f141ba51ccb7693654388cab63c8c3794631d5d2',
}

it('the contract is the one its version names: whoever changes it raises PROTOCOL_VERSION and adds its hash', async () => {
  const { info: _info, ...document } = await openApiDocument()
  const records = Object.entries(RECORD_KINDS).map(([kind, { schema, columns }]) => [
    kind,
    Object.keys(columns),
    z.toJSONSchema(schema as z.ZodType, { io: 'input' }),
  ])
  const commands = Object.entries(COMMANDS).map(([type, { arguments: schema, ...sheet }]) => [
    type,
    sheet,
    z.toJSONSchema(schema, { io: 'input' }),
  ])
  const hash = createHash('sha256').update(canonicalJson({ document, records, commands })).digest('hex')
  expect(SPOKEN).toHaveProperty(String(PROTOCOL_VERSION), hash)
  expect(Object.keys(SPOKEN).at(-1)).toBe(String(PROTOCOL_VERSION))
})

it('every path of the contract and both raw ones are documented', async () => {
  const { paths } = await openApiDocument()
  expect(Object.keys(paths).sort()).toEqual([
    '/v1/about',
    '/v1/accept-invitation',
    '/v1/accounts',
    '/v1/accounts/{id}/invitation',
    '/v1/audit',
    '/v1/audit/entries',
    '/v1/audit/entries/{sequence}/change',
    '/v1/audit/head',
    '/v1/audit/roles',
    '/v1/audit/verification',
    '/v1/commands',
    '/v1/commands/known',
    '/v1/digest',
    '/v1/feed',
    '/v1/feed/wake',
    '/v1/files/{hash}',
    '/v1/me',
    '/v1/me/password',
    '/v1/personal-data',
    '/v1/refresh',
    '/v1/sign-in',
    '/v1/sign-out',
    '/v1/snapshot',
    '/v1/snapshot/{kind}',
  ])
})
