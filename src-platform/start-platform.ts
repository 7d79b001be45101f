import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { monotonicFactory } from 'ulid'
import { FolderFileStore } from '#node/file-store/file-store.ts'
import { Turns } from '#node/in-turns.ts'
import { loadNoticeTemplates } from '#node/resources/load-notice-templates.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  FILE_LIMIT_BYTES,
  OLDEST_SERVED_PROTOCOL,
  PROTOCOL_VERSION,
} from '#shared/contracts/console-platform/protocol.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { About } from '#shared/contracts/console-platform/session.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { followGrantsByTheClock } from './auth/follow-grants.ts'
import { SignInLimits } from './auth/sign-in-limits.ts'
import { WakeBroadcast } from './change-feed/wake.ts'
import { sweepByTheClock } from './files/given-files.ts'
import { createApp } from './http/app.ts'
import { trustedProxies } from './http/client-network.ts'
import { tellByTheClock } from './notices/tell-by-the-clock.ts'
import { instantOf, type Platform } from './platform.ts'
import { PoliciesInForce } from './policies-in-force.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import { dropAllStaged, sweepAllRemoved } from './store/staging.ts'
import { completeByTheClock } from './supervision/by-the-clock.ts'

const OFFLINE_SIGN_IN_DAYS = 7
const SECOND_FACTOR_FOR: readonly Role[] = ['finance-approver', 'admin']
/** Removals the feed remembers; a console further behind starts over. */
const REMOVALS_KEPT = 1_000_000

export interface PlatformOptions {
  /** Folder of the database and the files; made if missing. */
  readonly dataDir: string
  readonly policies: ShippedPolicies
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly clock?: () => number
  readonly randomBytes?: (count: number) => Uint8Array
  readonly name?: string
  /** Offered at sign-in; a platform that has any says that it is a demo. */
  readonly demoAccounts?: About['demoAccounts']
  readonly heartbeatMs?: number
  /** Roles whose sign-in needs a second factor; those who let money go or give out rights, by default. */
  readonly secondFactorFor?: readonly Role[]
  /** For how many days consoles let somebody in again whom they know, while this platform does not answer. */
  readonly offlineSignInDays?: number
  /** Proxies before this platform: addresses or networks whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies?: readonly string[]
}

export interface RunningPlatform extends Platform {
  /** Answers a request without a socket. */
  fetch(request: Request, bindings?: object): Promise<Response>
  /** Ends the streams of listening consoles, which would keep a server from closing. */
  endStreams(): void
  close(): Promise<void>
}

/**
 * The composition root: opens store and files and puts the platform together.
 * @throws StoreVersionError where a newer program wrote the database.
 */
export async function createPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const clock = options.clock ?? Date.now
  const random = options.randomBytes ?? randomBytes
  const nextUlid = monotonicFactory(() => (random(1)[0] ?? 0) / 256)
  const newId = () => nextUlid(clock())
  await mkdir(options.dataDir, { recursive: true })
  const store = openSqliteStore(join(options.dataDir, 'platform.sqlite'), newId)
  await dropAllStaged(store)
  await sweepAllRemoved(store)
  const { position } = await store.head()
  await store.write((transaction) => transaction.forgetRemovals(position - REMOVALS_KEPT))

  const platform: Platform = {
    store,
    files: new FolderFileStore(join(options.dataDir, 'files'), FILE_LIMIT_BYTES, clock),
    policies: await PoliciesInForce.open(options.policies, store, () => shanghaiDate(instantOf(clock()))),
    about: {
      name: options.name ?? 'Marketdesk reference platform',
      protocol: PROTOCOL_VERSION,
      minimumProtocol: OLDEST_SERVED_PROTOCOL,
      demo: (options.demoAccounts ?? []).length > 0,
      offlineSignInDays: options.offlineSignInDays ?? OFFLINE_SIGN_IN_DAYS,
      demoAccounts: options.demoAccounts ?? [],
    },
    clock,
    newId,
    randomBytes: random,
    imports: new Turns(),
    secondFactor: {
      requiredFor: options.secondFactorFor ?? SECOND_FACTOR_FOR,
      codesRepeat: (options.demoAccounts ?? []).length > 0,
    },
    noticeTemplates: await loadNoticeTemplates(),
    signInLimits: new SignInLimits(),
  }
  const wake = new WakeBroadcast(position, options.heartbeatMs)
  const stopWatching = store.watch((moved) => wake.moved(moved))
  const stopClock = completeByTheClock(platform)
  const stopTelling = tellByTheClock(platform)
  const stopFollowing = followGrantsByTheClock(platform)
  const stopSweeping = sweepByTheClock(platform)
  const app = createApp(platform, wake, trustedProxies(options.trustedProxies ?? []))
  return {
    ...platform,
    fetch: async (request, bindings) => app.fetch(request, bindings),
    endStreams: () => wake.close(),
    close: async () => {
      stopWatching()
      stopClock()
      stopTelling()
      stopFollowing()
      wake.close()
      await stopSweeping()
      await platform.imports.ended()
      await store.close()
    },
  }
}
