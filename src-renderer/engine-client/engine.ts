import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { engineContract } from '#shared/contracts/console-engine/contract.ts'
import { EngineConnection, openLine } from './connection.ts'

export type EngineClient = ContractRouterClient<typeof engineContract>

/** The one line of this page to its engine. */
export const connection = new EngineConnection(openLine)

/** Calls the engine directly; waits while the line is being opened. */
export const client: EngineClient = createORPCClient({
  async call(path, input, options) {
    const { link } = await connection.line()
    return link.call(path, input, options)
  },
})

/** Query and mutation options of everything the engine answers. */
export const engine = createTanstackQueryUtils(client)
