import type { DigestCertificate } from '#shared/contracts/console-engine/sync.ts'
import type { Digest } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import type { Cache } from '../storage/cache/open-cache.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import type { Clock } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { bitByBit } from '../time/yield-to-queries.ts'
import { cacheDigest } from './cache-digest.ts'
import { EngineClosed } from './pull.ts'

const ATTEMPTS = 5

export interface VerifySetting {
  readonly cache: Cache
  readonly client: Pick<PlatformClient, 'digest'>
  readonly clock: Clock
  /** False once the engine closes. */
  readonly isOpen: () => boolean
}

/**
 * Compares the cache with the platform at one position, kind by kind. Nothing may be written meanwhile but by
 * `pull`, which brings the cache forward.
 * @throws EngineClosed, PlatformFailure also where the platform changes faster than it can be compared.
 */
export async function verifyCache(
  setting: VerifySetting,
  pull: () => Promise<void>,
): Promise<DigestCertificate> {
  const { cache, client } = setting
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const digest = await client.digest()
    if (!isAt(cache, digest)) await pull()
    if (isAt(cache, digest)) return compare(setting, digest)
  }
  throw new PlatformFailure('server', 'the platform changes faster than it can be compared')
}

function isAt(cache: Cache, digest: Digest): boolean {
  const at = readPosition(cache.sql)
  return at?.phase === 'complete' && at.position === digest.position
}

async function compare({ cache, clock, isOpen }: VerifySetting, digest: Digest): Promise<DigestCertificate> {
  const verifiedAt = instantAfter(clock)
  const kinds: DigestCertificate['kinds'] = []
  for (const [name, platform] of Object.entries(digest.kinds)) {
    if (!isOpen()) throw new EngineClosed()
    const kind = name as RecordKind
    const ours = await bitByBit(cacheDigest(cache.sql, kind))
    const equal = ours.count === platform.count && ours.hash === platform.hash
    kinds.push({ kind, count: ours.count, platformCount: platform.count, equal })
  }
  return { position: digest.position, verifiedAt, kinds, equal: kinds.every((kind) => kind.equal) }
}
