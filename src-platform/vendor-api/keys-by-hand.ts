import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { now, type Platform } from '../platform.ts'
import type { ApiKey } from '../store/credentials.ts'
import type { StoreTransaction } from '../store/store.ts'
import { createApiKey } from './vendor.ts'

/** There is no such marketplace, provider or key. */
export class KeyByHandError extends Error {
  override readonly name = 'KeyByHandError'
}

interface WantedKey {
  readonly marketplace: string
  /** Null of a key of the marketplace's own systems. */
  readonly providerId: string | null
  /** Where it is used, for whoever ends it. */
  readonly label: string
}

/**
 * Makes a key of a provider's tool or of a marketplace's own systems and answers its text, which is kept nowhere.
 * @throws KeyByHandError where no rules name the marketplace, or it has no such provider
 */
export async function addKey(platform: Platform, wanted: WantedKey): Promise<string> {
  const { marketplace, providerId, label } = wanted
  if (!platform.policies.packs.some((pack) => pack.marketplace === marketplace)) {
    throw new KeyByHandError(`${marketplace}: 没有这个市场的规则 no rules name this marketplace`)
  }
  const provider = providerId === null ? null : await platform.store.get('provider', providerId)
  if (providerId !== null && provider?.marketplace !== marketplace) {
    throw new KeyByHandError(`${providerId}: 这个市场没有这个服务商 no provider of this marketplace`)
  }
  return createApiKey(platform, { marketplace, providerId: providerId ?? '', label }, (transaction, key) =>
    noted(platform, transaction, 'api-key.issue', null, key),
  )
}

/** All keys, ended ones too, the oldest first. */
export function listKeys(platform: Platform): Promise<readonly ApiKey[]> {
  return platform.store.apiKeys()
}

/**
 * Ends a key: from now on it lets nobody in.
 * @throws KeyByHandError where there is none of that id, or it was ended before
 */
export async function endKey(platform: Platform, id: string): Promise<void> {
  await platform.store.write(async (transaction) => {
    const key = (await transaction.apiKeys()).find((each) => each.id === id)
    if (key === undefined) throw new KeyByHandError(`${id}: 没有这个密钥 no such key`)
    if (key.revokedAt !== null) throw new KeyByHandError(`${id}: 已停用 was ended on ${key.revokedAt}`)
    const ended = { ...key, revokedAt: now(platform) }
    await transaction.putApiKey(ended)
    await noted(platform, transaction, 'api-key.end', key, ended)
  })
}

/** In the log, without what a key is known by. */
function noted(
  platform: Platform,
  transaction: StoreTransaction,
  action: string,
  before: ApiKey | null,
  after: ApiKey,
): Promise<void> {
  const shown = (key: ApiKey | null) => {
    if (key === null) return null
    const { hash: _hash, ...rest } = key
    return rest
  }
  return audit(transaction, {
    ...{ at: now(platform), actor: PLATFORM_ACTOR.id, action, recordId: after.id },
    ...{ before: shown(before), after: shown(after) },
  })
}
