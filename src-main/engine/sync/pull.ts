import type { PlatformClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import { beginFilling, endFilling } from '../storage/cache/fill-mode.ts'
import type { Cache } from '../storage/cache/open-cache.ts'
import { readPosition, type SyncPosition } from '../storage/cache/sync-position.ts'
import type { Clock } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { bitByBit, yieldToQueries } from '../time/yield-to-queries.ts'
import { type PageWriter, positionAfter } from './apply-pages.ts'

/** A platform that keeps asking to start over is not worth following. */
const RESETS_LIMIT = 3

export interface PullSetting {
  readonly cache: Cache
  readonly writer: PageWriter
  readonly client: Pick<PlatformClient, 'me' | 'snapshotStart' | 'snapshotPage' | 'feed'>
  readonly clock: Clock
  /** False once the engine closes: nothing is written any more. */
  readonly isOpen: () => boolean
  /** The roles may have changed: asks the platform who this is. */
  readonly refreshAccount: () => Promise<void>
  /** Before a snapshot: whether it is of the history that decisions were confirmed in, the copy cannot tell. */
  readonly startsOver: () => void
  /** After each transaction. */
  readonly applied: (position: SyncPosition) => void
}

/** Thrown to unwind when the engine closes; nobody needs to hear of it. */
export class EngineClosed extends Error {
  override readonly name = 'EngineClosed'
}

/** Brings the cache to where the platform is: a snapshot if need be, from whichever page it had come to, then the feed. */
export async function pull(setting: PullSetting): Promise<void> {
  const { cache, writer, client } = setting
  let resets = 0
  for (;;) {
    const position = readPosition(cache.sql)
    if (position === null) {
      if (resets++ >= RESETS_LIMIT)
        throw new PlatformFailure('server', 'the platform keeps asking to start over')
      await begin(setting)
    } else if (position.phase === 'rows') {
      beginFilling(cache.sql)
      await fillRows(setting, position)
    } else if (position.phase === 'indexes') {
      beginFilling(cache.sql)
      const done = await bitByBit(writer.indexes(position))
      setting.applied(done)
    } else {
      endFilling(cache.sql)
      const page = await client.feed(position)
      stillOpen(setting)
      if (page.kind === 'reset-required') {
        await reset(setting, page.reason)
      } else {
        setting.applied(writer.feedPage(position, page, instantAfter(setting.clock)))
        if (!page.more) return
        await yieldToQueries()
      }
    }
  }
}

async function begin(setting: PullSetting): Promise<void> {
  const start = await setting.client.snapshotStart()
  stillOpen(setting)
  setting.startsOver()
  setting.applied(setting.writer.begin(start, instantAfter(setting.clock)))
}

/** What these roles may no longer see goes at once, before anything is asked. */
async function reset(
  setting: PullSetting,
  reason: 'position-too-old' | 'scope-changed' | 'platform-restored',
): Promise<void> {
  setting.writer.clear()
  // In another history the roles may be others, too.
  if (reason !== 'position-too-old') await setting.refreshAccount()
}

/** The next page is on its way while one is being written. */
async function fillRows(setting: PullSetting, from: SyncPosition): Promise<void> {
  const { client, writer, clock } = setting
  const ask = (position: SyncPosition) => {
    const kind = position.kinds[position.kindIndex]
    if (position.phase !== 'rows' || kind === undefined) return null
    const page = client.snapshotPage(kind, position.afterKey)
    // Awaited below; should the writing fail first, nobody does.
    page.catch(() => undefined)
    return page
  }
  let position = from
  let coming = ask(position)
  while (coming !== null) {
    const page = await coming.catch((failure: unknown) => startOver(setting, failure))
    stillOpen(setting)
    coming = ask(positionAfter(position, page))
    position = writer.snapshotPage(position, page, instantAfter(clock))
    setting.applied(position)
    await yieldToQueries()
  }
}

/** A kind these roles may not read any more: the roles changed while the snapshot ran. */
function startOver(setting: PullSetting, failure: unknown): never {
  if (failure instanceof PlatformFailure && failure.kind === 'refused') setting.writer.clear()
  throw failure
}

function stillOpen(setting: PullSetting): void {
  if (!setting.isOpen()) throw new EngineClosed()
}
