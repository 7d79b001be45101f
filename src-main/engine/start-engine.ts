import { mkdir } from 'node:fs/promises'
import type { BrokenJournal } from '#shared/contracts/console-engine/desk.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import type { Engine } from './engine.ts'
import { EngineEvents } from './engine-events.ts'
import { openWorkspace, type RunningWorkspace, type WorkspaceSetting } from './open-workspace.ts'
import { createHttp } from './platform-client/http.ts'
import { createPlatformClient, createPublicClient } from './platform-client/platform-client.ts'
import { createSession } from './session/create-session.ts'
import { sessionSecret } from './session/kept-session.ts'
import { createOfflineSignIns } from './session/offline-sign-in.ts'
import { createTokenKeeper } from './session/token-keeper.ts'
import { isDamage } from './storage/encrypted-file.ts'
import { readBrokenJournal } from './storage/journal/broken-journal.ts'
import { isWhole, setJournalAside } from './storage/journal/open-journal.ts'
import { accountsIn, isKeyInUse } from './storage/keys/in-use.ts'
import type { KeyStore, SecretStore } from './storage/keys/key-store.ts'
import { StorageError } from './storage/storage-error.ts'
import { noSteps, type OnStep } from './storage/storage-steps.ts'
import { type Clock, type Random, systemClock } from './time/clock.ts'
import { Mutex } from './time/mutex.ts'

const UNDO_MS = 5000
const FILE_CACHE_BYTES = 2 * 1024 ** 3
/** A cache that breaks again and again is the disk's fault. */
const REPLACEMENTS_LIMIT = 3

export interface EngineOptions {
  /** Without a path, e.g. `https://platform.example`. */
  readonly platformUrl: string
  /** Made if missing, readable by its owner only. */
  readonly dataFolder: string
  readonly version: string
  /** How this computer is called among the sessions of the account. */
  readonly device: string
  /** What came with the program. */
  readonly policies: ShippedPolicies
  readonly keys: KeyStore
  readonly secrets: SecretStore
  /** Errors that are nobody's outcome. */
  readonly report: (error: unknown) => void
  readonly fetcher?: typeof fetch
  readonly clock?: Clock
  readonly random?: Random
  /** How long a decision can be undone, in milliseconds. */
  readonly undoMs?: number
  readonly fileCacheBytes?: number
  readonly onStep?: OnStep
}

/**
 * The composition root: takes up the session of the last run, opens its files and starts to sync. Needs no network.
 * @throws StorageError where the key cannot be read, or a newer program wrote the files.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { platformUrl, dataFolder, report } = options
  const clock = options.clock ?? systemClock
  const random = options.random ?? Math.random
  const onStep = options.onStep ?? noSteps
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const key = await options.keys.databaseKey(isKeyInUse(dataFolder))

  const closed = new AbortController()
  const httpUntil = (end: AbortSignal) => createHttp(platformUrl, options.fetcher ?? fetch, clock, end)
  const publicClient = createPublicClient(httpUntil(closed.signal))
  const tokens = createTokenKeeper({
    platformUrl,
    secretName: sessionSecret(platformUrl),
    secrets: options.secrets,
    client: publicClient,
    clock,
    onStep,
  })
  const clientUntil = (end: AbortSignal) => createPlatformClient(httpUntil(end), tokens)
  const events = new EngineEvents()
  const changing = new Mutex()
  let workspace: RunningWorkspace | null = null
  let replacements = 0
  let broken: BrokenJournal | null = null

  const offline = createOfflineSignIns({ platformUrl, secrets: options.secrets, clock })
  const session = createSession({
    client: publicClient,
    tokens,
    offline,
    device: options.device,
    clock,
    random,
    moved: () => changing.run(followSession),
    introduced: () => events.emit({ kind: 'session' }),
  })

  /** Opens the workspace of whoever is signed in, and closes that of whoever was. */
  async function followSession(): Promise<void> {
    const account = tokens.account()
    if (workspace !== null && workspace.account.id !== account?.id) await closeWorkspace()
    broken = null
    if (workspace === null && account !== null && !closed.signal.aborted) {
      workspace = await openUnlessBroken({
        dataFolder: accountsIn(dataFolder),
        platformUrl,
        key,
        account,
        currentAccount: () => tokens.account() ?? account,
        clientUntil,
        events,
        clock,
        random,
        undoMs: options.undoMs ?? UNDO_MS,
        fileCacheBytes: options.fileCacheBytes ?? FILE_CACHE_BYTES,
        shipped: options.policies,
        onStep,
        refreshAccount: async () => {
          const known = await clientUntil(closed.signal).me()
          await tokens.keepAccount(known)
          await offline.keepAccount(known)
          events.emit({ kind: 'session' })
        },
        sessionEnded: () => inBackground(session.ended()),
        cacheDamaged: noteDamage,
        report,
      })
    }
    events.emit({ kind: 'session' })
  }

  /** Null where the journal is broken, which is kept to be told: other accounts of the computer go on. */
  async function openUnlessBroken(setting: WorkspaceSetting): Promise<RunningWorkspace | null> {
    try {
      return await openWorkspace(setting)
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'journal-unreadable') throw error
      report(error)
      broken = readBrokenJournal(error.path, key)
      return null
    }
  }

  async function closeWorkspace(aside = false): Promise<void> {
    const closing = workspace
    workspace = null
    await closing?.close(aside)
  }

  function noteDamage(error: unknown): void {
    if (!isDamage(error) || replacements >= REPLACEMENTS_LIMIT || workspace === null) return
    replacements += 1
    const damaged = workspace
    inBackground(
      changing.run(async () => {
        if (workspace !== damaged) return
        await closeWorkspace(isWhole(damaged.journal.sql))
        await followSession()
      }),
    )
  }

  function inBackground(work: Promise<unknown>): void {
    work.catch(report)
  }

  await tokens.restore()
  await changing.run(followSession)
  session.introduce()

  return {
    platformUrl,
    dataFolder,
    version: options.version,
    shipped: options.policies,
    clock,
    session,
    events,
    workspace: () => workspace,
    brokenJournal: () => broken,
    setJournalAside: () =>
      changing.run(async () => {
        if (broken === null) return
        setJournalAside(broken.path, new Date(clock.now()))
        await followSession()
      }),
    noteDamage,
    nudge: (reason) => {
      session.introduce()
      workspace?.sync.nudge(reason)
    },
    close: async () => {
      session.stop()
      closed.abort()
      await changing.run(() => closeWorkspace())
    },
  }
}
