import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOperator } from '#platform/auth/operators.ts'
import { backUp } from '#platform/backup/back-up.ts'
import { restore } from '#platform/backup/restore.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import {
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import type { ManualClock } from './manual-clock.ts'

export const PLATFORM_URL = 'http://platform.test'
export const PASSWORD = 'correct horse battery'

/** What happens to a request on its way. `lose-reply`: the platform does it, the console never hears. */
export type Fault = 'none' | 'refuse' | 'lose-reply'

export interface TestPlatform {
  readonly platform: RunningPlatform
  readonly fetcher: typeof fetch
  /** Asked for each request, by its path. */
  fault: (path: string) => Fault
  /** Paths of the requests that arrived. */
  readonly arrived: string[]
  addApplication(change?: Partial<Application>): Promise<Application>
  /** Copies its data, as `marketdesk platform backup` does; answers where to. */
  backUp(): Promise<string>
  /** Stops it and starts it on a backup, as `marketdesk platform restore` does. */
  restore(backup: string): Promise<void>
  /** As `restore`, by a person who copies the database over and tells nobody. */
  copyBack(backup: string): Promise<void>
  /** Another person's doing: the record, one version further. */
  touch(id: string, change: Partial<Application>): Promise<Application>
  close(): Promise<void>
}

const OPERATORS: readonly (readonly [string, readonly Role[]])[] = [
  ['ann', ['ops']],
  ['mo', ['ops-manager']],
  ['sue', ['support']],
]

export const emailOf = (id: string) => `${id}@example.cn`

/** The real platform, reached without a socket over a network that can be broken. */
export async function startTestPlatform(clock: ManualClock): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-platform-'))
  const policies = await loadPolicies()
  const start = () =>
    createPlatform({ dataDir: folder, policies, clock: () => clock.now(), secondFactorFor: [] })
  let platform = await start()
  let backups = 0
  /** Stops it, lets its data be changed, and starts it again. */
  let isUp = true
  const stopped = async (change: () => Promise<unknown>) => {
    isUp = false
    await platform.close()
    await change()
    platform = await start()
    isUp = true
  }
  for (const [id, roles] of OPERATORS) {
    await createOperator(platform, {
      id,
      name: id,
      email: emailOf(id),
      password: PASSWORD,
      roles,
      since: '2020-01-01',
    })
  }
  const listing = sampleListing()
  await platform.store.write(async (transaction) => {
    await transaction.put('provider', sampleProvider())
    await transaction.put('listing', listing)
    await transaction.put('listingVersion', sampleVersion(listing, { status: 'submitted' }))
  })
  const network: TestPlatform = {
    get platform() {
      return platform
    },
    arrived: [],
    fault: () => 'none',
    fetcher: async (input, init) => {
      const request = new Request(input, init)
      const path = new URL(request.url).pathname
      const fault = network.fault(path)
      if (fault === 'refuse' || !isUp) throw new TypeError('fetch failed')
      network.arrived.push(path)
      const response = await platform.fetch(request)
      if (fault === 'lose-reply') throw new TypeError('terminated')
      if (!path.endsWith('/wake') || response.body === null) return response
      // As over the network, a request that is given up ends its stream.
      return new Response(
        response.body.pipeThrough(new TransformStream(), { signal: request.signal }),
        response,
      )
    },
    addApplication: async (change = {}) => {
      const name = change.applicant?.name ?? '北京云栈科技有限公司'
      const application = sampleApplication({
        status: 'submitted',
        applicant: sampleApplicant({ name }),
        ...change,
      })
      await platform.store.write((transaction) => transaction.put('application', application))
      return application
    },
    backUp: async () => {
      backups += 1
      const target = join(folder, `backup-${backups}`)
      await backUp(folder, target, new Date(clock.now()).toISOString())
      return target
    },
    restore: (backup) =>
      stopped(() => restore(backup, folder, { newEpoch: `restored-${clock.now()}`, stamp: '1' })),
    copyBack: (backup) =>
      stopped(async () => {
        await rm(join(folder, 'platform.sqlite-wal'), { force: true })
        await cp(join(backup, 'platform.sqlite'), join(folder, 'platform.sqlite'))
      }),
    touch: async (id, change) =>
      platform.store.write(async (transaction) => {
        const before = await transaction.get('application', id)
        if (before === null) throw new Error(`no application ${id}`)
        const after = { ...before, ...change, version: before.version + 1 }
        await transaction.put('application', after)
        return after
      }),
    close: async () => {
      await platform.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return network
}
