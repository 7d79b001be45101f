import type { DigestCertificate, SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { EngineEvents } from '../engine-events.ts'
import type { OutboxRows } from '../outbox/outbox-rows.ts'
import { nextDueAt, type PushSetting, pushOutbox } from '../outbox/push-outbox.ts'
import { doubtDecisions, returnLostDecisions, settleOutbox } from '../outbox/settle-outbox.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import { type FailureKind, PlatformFailure } from '../platform-client/platform-failure.ts'
import { MalformedRow } from '../storage/cache/apply-rows.ts'
import type { Cache } from '../storage/cache/open-cache.ts'
import { isDiskFull } from '../storage/disk-full.ts'
import { isDamage } from '../storage/encrypted-file.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import { backoff } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'
import { Mutex } from '../time/mutex.ts'
import { SingleFlight } from '../time/single-flight.ts'
import { Timer } from '../time/timer.ts'
import { createPageWriter } from './apply-pages.ts'
import { keepCertificate, keptCertificates } from './certificates.ts'
import { EngineClosed, type PullSetting, pull } from './pull.ts'
import type { Sync } from './sync.ts'
import { createSyncState } from './sync-state.ts'
import { verifyCache } from './verify.ts'
import { listenForWakes } from './wake-listener.ts'

/** Between pulls when nothing wakes us: the stream is there, or it is not. */
const POLL_LISTENING_MS = 60_000
const POLL_MS = 10_000
const TOO_OLD_MS = 10 * 60_000
/** From being in step to the first comparison with the platform, and from one to the next. */
const FIRST_CHECK_MS = 60_000
const CHECK_MS = 6 * 60 * 60_000

export interface SyncSetting {
  readonly cache: Cache
  readonly journal: Journal
  readonly rows: OutboxRows
  readonly accountId: string
  readonly client: PlatformClient
  readonly attached: PushSetting['attached']
  readonly clock: Clock
  readonly random: Random
  readonly events: EngineEvents
  readonly onStep: OnStep
  readonly refreshAccount: () => Promise<void>
  /** The platform does not know the session any more. */
  readonly sessionEnded: () => void
  readonly cacheDamaged: (error: unknown) => void
  /** Errors that are nobody's outcome: for the log. */
  readonly report: (error: unknown) => void
  /** Confirmed rows or waiting decisions changed: lays the overlay anew and tells the pages. */
  readonly changed: () => void
}

export interface RunningSync extends Sync {
  /** Looks at the outbox: a decision was stored or taken back. */
  outboxChanged(): void
  stop(): Promise<void>
}

/** Starts to keep a cache and an outbox in step with the platform. */
export function startSync(setting: SyncSetting): RunningSync {
  const { cache, journal, rows, client, clock, random, events, onStep } = setting
  let open = true
  let finalStatus: SyncStatus | null = null
  let eager = true
  let failures = 0
  /** The last comparison found the cache unlike the platform. */
  let differs = false
  /** The platform was found to speak the protocol of this console. */
  let agreed = false
  const alone = new Mutex()
  const pullTimer = new Timer(clock, () => void pulls.request())
  const pushTimer = new Timer(clock, () => void pushes.request())
  const checkTimer = new Timer(clock, () => void checks.request())
  let isCheckPlanned = false
  const state = createSyncState(cache, rows, events)

  const pullSetting: PullSetting = {
    cache,
    writer: createPageWriter(cache.sql, onStep),
    client,
    clock,
    isOpen: () => open,
    refreshAccount: setting.refreshAccount,
    startsOver: () => {
      differs = false
      doubtDecisions(rows)
    },
    applied: (position) => {
      state.set(position.phase === 'complete' ? 'pulling' : 'snapshot', null)
      settleOutbox(rows, cache.sql, onStep)
      setting.changed()
    },
  }
  const pushSetting: PushSetting = {
    rows,
    client,
    attached: setting.attached,
    accountId: setting.accountId,
    clock,
    random,
    onStep,
    changed: () => open && setting.changed(),
  }

  const pulls = new SingleFlight(async () => {
    if (!open) return
    try {
      await agree()
      await alone.run(() => pull(pullSetting))
      if (open && (await returnLostDecisions(rows, client, onStep))) setting.changed()
      if (!open) return
      const wasDown = failures > 0
      failures = 0
      state.set('live', differs ? 'digest-differs' : null)
      planFirstCheck()
      pullTimer.in(jittered(wakes.connected() ? POLL_LISTENING_MS : POLL_MS))
      if (wasDown) wakes.hurry()
      eager ||= wasDown
      void pushes.request()
    } catch (error) {
      failed(error)
    }
  })

  const pushes = new SingleFlight(async () => {
    if (!open) return
    try {
      // Where nothing answers, sending notes by each decision why it waits.
      await agree().catch((error: unknown) => {
        if (error instanceof PlatformFailure && isTooOld(error.kind)) throw error
      })
      const hurried = eager
      eager = false
      const { applied, stopped } = await pushOutbox(pushSetting, hurried)
      if (!open) return
      if (applied) {
        settleOutbox(rows, cache.sql, onStep)
        setting.changed()
        void pulls.request()
      }
      if (stopped !== null) noteStop(stopped)
      schedulePush()
    } catch (error) {
      failed(error)
    }
  })

  /** Compares by itself: nobody has to think of it. */
  const checks = new SingleFlight(async () => {
    try {
      if (open) await verify()
    } catch (error) {
      if (open && !(error instanceof PlatformFailure || error instanceof EngineClosed)) failed(error)
    }
    if (open) checkTimer.in(jittered(CHECK_MS))
  })

  function planFirstCheck(): void {
    if (!isCheckPlanned) checkTimer.in(jittered(FIRST_CHECK_MS))
    isCheckPlanned = true
  }

  async function verify(): Promise<DigestCertificate> {
    const isOpen = () => open
    const certificate = await alone.run(() =>
      verifyCache({ cache, client, clock, isOpen }, () => pull(pullSetting)),
    )
    keepCertificate(journal, certificate)
    differs = !certificate.equal
    state.set('live', differs ? 'digest-differs' : null)
    return certificate
  }

  const wakes = listenForWakes(
    client,
    clock,
    random,
    (position) => {
      if (position !== status().position) void pulls.request()
    },
    (silent) => {
      // A connection that stands open says nothing of who is behind it.
      if (silent && open) state.set('offline', 'timeout')
      void pulls.request()
    },
  )

  /** @throws PlatformFailure `platform-too-old` where the platform does not speak this console's protocol yet */
  async function agree(): Promise<void> {
    if (agreed) return
    const { protocol } = await client.about()
    if (protocol < PROTOCOL_VERSION)
      throw new PlatformFailure('platform-too-old', `it speaks ${protocol}, this console ${PROTOCOL_VERSION}`)
    agreed = true
  }

  function schedulePush(): void {
    const at = nextDueAt(pushSetting)
    if (at === null) pushTimer.cancel()
    else pushTimer.in(Math.max(0, at - clock.now()))
  }

  function jittered(milliseconds: number): number {
    return Math.round(milliseconds * (0.75 + random() / 2))
  }

  /** The outbox cannot be emptied now; what to do about the connection is for pulling to find out. */
  function noteStop(failure: PlatformFailure): void {
    if (failure.kind === 'unauthorized') setting.sessionEnded()
    else if (isTooOld(failure.kind)) state.set(failure.kind, failure.kind)
    else if (failures === 0) void pulls.request()
  }

  function failed(error: unknown): void {
    if (!open || error instanceof EngineClosed) return
    failures += 1
    if (error instanceof PlatformFailure) {
      noteFailure(error)
      return
    }
    setting.report(error)
    if (isDamage(error)) {
      state.set('cache-damaged', 'cache-damaged')
      setting.cacheDamaged(error)
      return
    }
    const code = isDiskFull(error) ? 'disk-full' : 'internal'
    state.set('offline', error instanceof MalformedRow ? error.message : code)
    pullTimer.in(backoff(failures, random))
  }

  function noteFailure(failure: PlatformFailure): void {
    if (failure.kind === 'unauthorized') {
      setting.sessionEnded()
      return
    }
    if (isTooOld(failure.kind)) {
      state.set(failure.kind, failure.kind)
      pullTimer.in(TOO_OLD_MS)
      return
    }
    state.set('offline', failure.kind)
    pullTimer.in((failure.retryAfterSeconds ?? 0) * 1000 + backoff(failures, random))
  }

  async function now(): Promise<SyncStatus> {
    eager = true
    wakes.hurry()
    await pushes.request()
    await pulls.request()
    return status()
  }

  /** Once closed, the last one: nothing may touch the files any more. */
  function status(): SyncStatus {
    return finalStatus ?? state.status()
  }

  void pulls.request()
  return {
    status,
    now,
    nudge: () => void now(),
    verify,
    certificates: () => keptCertificates(journal),
    rebuild: async () => {
      await alone.run(async () => pullSetting.writer.clear())
      differs = false
      setting.changed()
      await pulls.request()
      return status()
    },
    outboxChanged: schedulePush,
    stop: async () => {
      finalStatus = state.status()
      open = false
      pullTimer.cancel()
      pushTimer.cancel()
      checkTimer.cancel()
      wakes.stop()
      await Promise.all([pulls.idle(), pushes.idle(), checks.idle()])
    },
  }
}

/** Whether the console or the platform must be updated before they can go on. */
function isTooOld(kind: FailureKind): kind is 'client-too-old' | 'platform-too-old' {
  return kind === 'client-too-old' || kind === 'platform-too-old'
}
