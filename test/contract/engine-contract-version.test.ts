import { createHash } from 'node:crypto'
import {
  type AnyContractRouter,
  type AnySchema,
  type ErrorMapItem,
  getEventIteratorSchemaDetails,
  isContractProcedure,
} from '@orpc/contract'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { engineContract } from '#shared/contracts/console-engine/contract.ts'
import { ENGINE_CONTRACT_VERSION } from '#shared/contracts/console-engine/protocol.ts'

/** Of each version, what was spoken. A change of the contract adds a line and raises ENGINE_CONTRACT_VERSION. */
const SPOKEN: Readonly<Record<number, string>> = {
  1: 'bb951b993b7263a4c0094a980c238c69300dd07a07f6319c45ce2b759df0099b',
  2: '7886e822fc5b88f2f542206fde2468fa6167128833365f421d2cfc41b3c64ad3',
  3: 'd67138f7d25e6c9e3f88943e86c3eeb3fc146caf29e28cfd8a8949e3f8bc9d4c',
  4: 'e69c570368daf130b3f957645bfd017dcd55ab91321e5a06e3cb2b078f5a9d3d',
}

/** Every procedure of a contract by its path, with its schemas as JSON. */
function proceduresOf(router: AnyContractRouter, path: readonly string[] = []): [string, unknown][] {
  if (isContractProcedure(router)) {
    const { inputSchema, outputSchema, errorMap } = router['~orpc']
    const events = getEventIteratorSchemaDetails(outputSchema)?.yields
    const errors = Object.entries<ErrorMapItem<AnySchema> | undefined>(errorMap).map(([code, error]) => [
      code,
      schemaJson(error?.data),
    ])
    return [[path.join('.'), [schemaJson(inputSchema), schemaJson(events ?? outputSchema), errors]]]
  }
  return Object.entries(router).flatMap(([name, part]) => proceduresOf(part, [...path, name]))
}

function schemaJson(schema: unknown): unknown {
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input' }) : null
}

it('the contract is the one its version names: whoever changes it raises the version and adds its hash', () => {
  const hash = createHash('sha256')
    .update(canonicalJson(proceduresOf(engineContract)))
    .digest('hex')
  expect(SPOKEN).toHaveProperty(String(ENGINE_CONTRACT_VERSION), hash)
  expect(Object.keys(SPOKEN).at(-1)).toBe(String(ENGINE_CONTRACT_VERSION))
})
