import { generateSync } from 'otplib'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import type { Engine } from '../engine.ts'
import { policiesHere } from '../policies-here.ts'
import { listMarketplaces } from './marketplaces.ts'

/** Who is signed in, where, and which marketplaces there are. */
export function readDeskSession(engine: Engine): DeskSession {
  const account = engine.session.account()
  const today = shanghaiDate(new Date(engine.clock.now()).toISOString())
  const workspace = engine.workspace()
  const { packs } =
    workspace === null ? engine.shipped : policiesHere(workspace.cache.sql, engine.shipped, today)
  return {
    state: account === null ? 'signed-out' : 'signed-in',
    account,
    platformUrl: engine.platformUrl,
    platform: engine.session.about(),
    marketplaces: listMarketplaces(packs, today),
    version: engine.version,
    dataFolder: engine.dataFolder,
    brokenJournal: engine.brokenJournal(),
    demoCodes: account === null ? demoCodes(engine) : {},
  }
}

/** What the authenticators of the demo's users would show, whose secrets the platform publishes. */
function demoCodes({ session, clock }: Engine): Record<string, string> {
  const epoch = Math.floor(clock.now() / 1000)
  const codes = (session.about()?.demoAccounts ?? []).flatMap(({ email, factorSecret }) =>
    factorSecret === null ? [] : [[email, generateSync({ secret: factorSecret, epoch })] as const],
  )
  return Object.fromEntries(codes)
}

/** Where sync stands; there is none while nobody is signed in. */
export function readSyncStatus(engine: Pick<Engine, 'workspace'>): SyncStatus {
  return (
    engine.workspace()?.sync.status() ?? {
      state: 'signed-out',
      snapshotProgress: null,
      position: null,
      confirmedAt: null,
      outboxWaiting: 0,
      returned: 0,
      lastError: null,
    }
  )
}
