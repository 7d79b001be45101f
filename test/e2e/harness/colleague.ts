import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { generateSync } from 'otplib'
import { ulid } from 'ulid'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#platform/demo/demo-accounts.ts'
import type { CommandArguments, CommandType, Outcome } from '#shared/contracts/console-platform/commands.ts'
import { type AuditEntry, platformContract } from '#shared/contracts/console-platform/contract.ts'
import { OLDEST_SERVED_PROTOCOL, PROTOCOL_HEADER } from '#shared/contracts/console-platform/protocol.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'

/**
 * A demo user who works through the platform's HTTP API, beside the console under test: with an older console, whose
 * digests of what was seen are not compared.
 */
export class Colleague {
  readonly #platform: ContractRouterClient<typeof platformContract>

  private constructor(platform: ContractRouterClient<typeof platformContract>) {
    this.#platform = platform
  }

  static async signIn(url: string, email: string): Promise<Colleague> {
    const client = (headers: Record<string, string>): ContractRouterClient<typeof platformContract> =>
      createORPCClient(
        new OpenAPILink(platformContract, {
          url,
          headers: { ...headers, [PROTOCOL_HEADER]: String(OLDEST_SERVED_PROTOCOL) },
        }),
      )
    const secret = DEMO_ACCOUNTS.find((account) => account.email === email)?.factorSecret
    const code = secret === undefined ? {} : { code: generateSync({ secret }) }
    const attempt = { email, password: DEMO_PASSWORD, device: 'test', ...code }
    const { accessToken } = await client({}).signIn(attempt)
    return new Colleague(client({ authorization: `Bearer ${accessToken}` }))
  }

  /** Every record of a kind as the platform has it now. */
  async records<K extends RecordKind>(kind: K): Promise<RecordOf[K][]> {
    const { rows } = await this.#platform.snapshotPage({ kind })
    return rows.map((row) => JSON.parse(String(row.at(-1))) as RecordOf[K])
  }

  async application(id: string): Promise<RecordOf['application']> {
    return only((await this.records('application')).filter((record) => record.id === id))
  }

  async listingVersion(id: string): Promise<RecordOf['listingVersion']> {
    return only((await this.records('listingVersion')).filter((record) => record.id === id))
  }

  /** Decides about a record in the version it has now. */
  async decide<T extends CommandType>(
    type: T,
    record: { readonly id: string; readonly version: number },
    given: CommandArguments<T>,
  ): Promise<Outcome> {
    const { id: recordId, version: expectedVersion } = record
    return this.#platform.command({
      id: ulid(),
      type,
      recordId,
      expectedVersion,
      seenDigest: null,
      arguments: given,
    })
  }

  /** What the audit log says of an action on a record. */
  async audited(action: string, recordId: string): Promise<AuditEntry[]> {
    const entries: AuditEntry[] = []
    for (let after = 0; ; after = entries.at(-1)?.sequence ?? 0) {
      const page = await this.#platform.audit({ after })
      entries.push(...page.entries)
      if (page.entries.length === 0) break
    }
    return entries.filter((entry) => entry.action === action && entry.recordId === recordId)
  }
}

function only<T>(found: readonly T[]): T {
  const [one] = found
  if (one === undefined || found.length > 1) throw new Error(`Expected one record, found ${found.length}.`)
  return one
}
