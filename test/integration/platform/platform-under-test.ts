import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createOperator } from '#platform/auth/operators.ts'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { listen } from '#platform/http/listen.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
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
  client(accessToken?: string, headers?: Record<string, string>): PlatformClient
  /** The same, which sends a command as it stands, without a digest of what was seen. */
  rawClient(accessToken?: string, headers?: Record<string, string>): PlatformClient
  close(): Promise<void>
}

type PlatformClient = ContractRouterClient<typeof platformContract>

/** Gives commands as a console does that has just read the record: what is compared has the digest of what is on record. */
function withDigests(client: PlatformClient, platform: RunningPlatform): PlatformClient {
  const digests = new Map<string, string>()
  const command: PlatformClient['command'] = async (given, ...options) => {
    const { about, seen } = COMMANDS[given.type]
    if (seen === 'not-compared' || given.seenDigest !== null) return client.command(given, ...options)
    const record = await platform.store.get(about, given.recordId)
    const onRecord = { platform, transaction: platform.store, at: new Date(platform.clock()).toISOString() }
    // A command given again is the same to the last letter.
    const seenDigest =
      digests.get(given.id) ?? (record === null ? 'none' : await seenOnRecord(onRecord, about, record))
    digests.set(given.id, seenDigest)
    return client.command({ ...given, seenDigest }, ...options)
  }
  return new Proxy(client, {
    // Awaited, the client within would come out by its own `then`.
    get: (all, name) => (name === 'command' ? command : name === 'then' ? undefined : Reflect.get(all, name)),
  })
}

export async function startPlatformUnderTest(
  /** Most tests are about something else than how people sign in. */
  secondFactorFor: readonly Role[] = [],
  trustedProxies: readonly string[] = [],
): Promise<PlatformUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'marketdesk-platform-'))
  const time = { now: START }
  const policies = await loadPolicies()
  const clock = () => time.now
  const platform = await createPlatform({ dataDir, policies, clock, secondFactorFor, trustedProxies })
  const { url, close } = await listen(platform, { port: 0 })
  const rawClient: PlatformUnderTest['client'] = (accessToken, headers = {}) => {
    const authorization = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }
    const link = new OpenAPILink(platformContract, { url, headers: { ...authorization, ...headers } })
    return createORPCClient(link)
  }
  const client: PlatformUnderTest['client'] = (...as) => withDigests(rawClient(...as), platform)
  return {
    platform,
    url,
    dataDir,
    time,
    client,
    rawClient,
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
