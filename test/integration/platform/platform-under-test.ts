import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createOperator } from '#platform/auth/operators.ts'
import { listen } from '#platform/http/listen.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import { platformContract } from '#shared/contracts/console-platform/contract.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'

export const START = Date.parse('2026-11-20T02:00:00.000Z')
export const PASSWORD = 'correct horse battery'

/** A platform over real HTTP on a free port, with a clock the test moves. */
export interface PlatformUnderTest {
  readonly platform: RunningPlatform
  readonly url: string
  readonly dataDir: string
  /** Milliseconds since 1970; moved by the test. */
  readonly time: { now: number }
  addOperator(id: string, roles: readonly Role[]): Promise<void>
  /** Access token of an operator made by `addOperator`. */
  signIn(id: string): Promise<string>
  client(
    accessToken?: string,
    headers?: Record<string, string>,
  ): ContractRouterClient<typeof platformContract>
  close(): Promise<void>
}

export async function startPlatformUnderTest(): Promise<PlatformUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'marketdesk-platform-'))
  const time = { now: START }
  const policies = await loadPolicies()
  const platform = await createPlatform({ dataDir, policies, clock: () => time.now })
  const { url, close } = await listen(platform, { port: 0 })
  const client: PlatformUnderTest['client'] = (accessToken, headers = {}) => {
    const authorization = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }
    const link = new OpenAPILink(platformContract, { url, headers: { ...authorization, ...headers } })
    return createORPCClient(link)
  }
  return {
    platform,
    url,
    dataDir,
    time,
    client,
    addOperator: async (id, roles) => {
      const email = `${id}@example.cn`
      await createOperator(platform, { id, name: id, email, password: PASSWORD, roles })
    },
    signIn: async (id) => {
      const attempt = { email: `${id}@example.cn`, password: PASSWORD, device: 'test' }
      return (await client().signIn(attempt)).accessToken
    },
    close: async () => {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
