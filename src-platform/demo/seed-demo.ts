import { ulid } from 'ulid'
import { hashOfBytes } from '#node/file-store/file-store.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type {
  Application,
  ApplicationStatus,
} from '#shared/contracts/console-platform/records/application.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { createOperator } from '../auth/operators.ts'
import { now, type Platform } from '../platform.ts'
import { createApiKey } from '../vendor-api/vendor.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_VENDOR_KEY } from './demo-accounts.ts'
import { demoApplicant } from './demo-applicant.ts'
import { demoApplication, demoProvider, submittedSometime } from './demo-applications.ts'
import { seedDemoDeposits } from './demo-deposits.ts'
import { documentPdf } from './demo-pdf.ts'
import { sampleProviders } from './sample-providers.ts'
import { seedDemoBank } from './seed-bank.ts'
import { seedDemoContacts } from './seed-contacts.ts'
import { seedDemoInterfaceCalls } from './seed-interface-calls.ts'
import { seedDemoInvoices } from './seed-invoices.ts'
import { seedDemoListings } from './seed-listings.ts'
import { seedDemoMeteredBills } from './seed-metered-bills.ts'
import { seedDemoNotices } from './seed-notices.ts'
import { seedDemoOfflineOrders } from './seed-offline-orders.ts'
import { seedDemoOrders } from './seed-orders.ts'
import { seedDemoPayouts } from './seed-payouts.ts'
import { seedDemoRecharges } from './seed-recharges.ts'
import { seedDemoRules } from './seed-rules.ts'
import { seedDemoSettlement } from './seed-settlement.ts'
import { seedDemoSubscriptions } from './seed-subscriptions.ts'
import { seedDemoSupervisions } from './seed-supervisions.ts'
import { seedDemoTerms } from './seed-terms.ts'
import { seedDemoViolations } from './seed-violations.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** Providers of each marketplace that are already at home there. */
const ESTABLISHED: Readonly<Record<string, number>> = { kubesphere: 40, aliyun: 32, huawei: 14, ksyun: 11 }
/** Open applications by status: what the queue holds on the first morning. */
const QUEUE: readonly (readonly [ApplicationStatus, number])[] = [
  ['submitted', 18],
  ['in_review', 14],
  ['changes_requested', 8],
  ['contract_pending', 7],
  ['deposit_pending', 6],
  ['rejected', 4],
  ['withdrawn', 3],
]
const MARKETPLACES = ['kubesphere', 'aliyun', 'kubesphere', 'huawei', 'aliyun', 'ksyun'] as const

interface Made {
  readonly providers: Provider[]
  readonly applications: Application[]
}

const HOUR_MS = 3_600_000

/**
 * Fills an empty platform with a morning's work: the same seed and hour give the same world. Dates lie
 * around the platform's clock, so that clocks run, warn and are overdue. Does nothing where there already is somebody.
 */
export async function seedDemo(running: Platform, seed = 20231020): Promise<void> {
  if ((await running.store.head()).position > 0) return
  const started = running.clock()
  // However long the seeding takes: time stands still at the full hour.
  const platform: Platform = { ...running, clock: () => started - (started % HOUR_MS) }
  const random = seededRandom(seed)
  for (const account of DEMO_ACCOUNTS) await createOperator(platform, { ...account, password: DEMO_PASSWORD })
  const made: Made = { providers: [], applications: [] }
  for (const [marketplace, count] of Object.entries(ESTABLISHED)) {
    for (let at = 0; at < count; at += 1) await settle(platform, random, marketplace, at, made)
  }
  let turn = 0
  for (const [status, count] of QUEUE) {
    for (let at = 0; at < count; at += 1) {
      await apply(
        platform,
        random,
        MARKETPLACES[turn % MARKETPLACES.length] ?? 'kubesphere',
        status,
        at,
        made,
      )
      turn += 1
    }
  }
  await platform.store.write(async (transaction) => {
    for (const provider of made.providers) await transaction.put('provider', provider)
    for (const application of made.applications) await transaction.put('application', application)
  })
  const shelf = await seedDemoListings(platform, random, made.providers)
  const newcomers = sampleProviders(shanghaiDate(now(platform)))
  await platform.store.write(async (transaction) => {
    for (const provider of newcomers) await transaction.put('provider', provider)
  })
  const deposits = await seedDemoDeposits(platform, { ...made, newcomers, shelf })
  await seedDemoBank(platform, made.providers, deposits)
  await seedDemoRecharges(platform, deposits)
  await seedDemoViolations(platform, made.providers, deposits)
  const listings = shelf.map(({ listing }) => listing)
  const orders = await seedDemoOrders(platform, made.providers, listings, seed + 1)
  await seedDemoSupervisions(platform, made.providers)
  await seedDemoInterfaceCalls(platform, made.providers)
  await seedDemoMeteredBills(platform, orders)
  await seedDemoOfflineOrders(platform, made.providers)
  const subscriptions = await seedDemoSubscriptions(platform, orders, shelf, seed + 3)
  await seedDemoContacts(
    platform,
    subscriptions.filter(({ status }) => status === 'active'),
  )
  await seedDemoRules(platform, seededRandom(seed + 2))
  await seedDemoSettlement(platform)
  await seedDemoPayouts(platform)
  await seedDemoInvoices(platform)
  await seedDemoTerms(platform, made.providers)
  await seedDemoNotices(platform, made.applications)
  const vendor = made.providers.find(
    ({ marketplace, status }) => marketplace === 'kubesphere' && status === 'active',
  )
  if (vendor) {
    const { marketplace, id: providerId } = vendor
    await createApiKey(platform, { marketplace, providerId, label: 'demo', key: DEMO_VENDOR_KEY })
  }
}

/** A provider that joined long ago; every third still has its opened application on file. */
async function settle(
  platform: Platform,
  random: SeededRandom,
  marketplace: string,
  at: number,
  made: Made,
): Promise<void> {
  const pack = packOf(platform, marketplace)
  const today = shanghaiDate(now(platform))
  const submittedAt = submittedSometime(random, platform.clock(), random.int(40, 700))
  const applicant = await applicantOf(platform, random, pack, 0, at % 3 === 0)
  const id = `${marketplace}-${1001 + at}`
  const status = at % 8 === 6 ? 'leaving' : random.chance(0.05) ? 'suspended' : 'active'
  made.providers.push(demoProvider(random, id, applicant, status, today, new Date(submittedAt).toISOString()))
  if (at % 3 === 0) {
    made.applications.push(
      demoApplication(random, {
        id: ulid(submittedAt, random.next),
        providerId: id,
        applicant,
        purpose: 'first',
        status: 'open',
        submittedAt,
        pack,
        calendar: platform.policies.calendar,
        now: submittedAt + 20 * 24 * 3_600_000,
      }),
    )
  }
}

/** An application in the queue: mostly of a newcomer, now and then a further category of a provider at home. */
async function apply(
  platform: Platform,
  random: SeededRandom,
  marketplace: string,
  status: ApplicationStatus,
  at: number,
  made: Made,
): Promise<void> {
  const pack = packOf(platform, marketplace)
  const today = shanghaiDate(now(platform))
  const daysBack =
    status === 'submitted' ? (at % 3 === 2 ? random.int(4, 9) : random.int(0, 3)) : random.int(1, 12)
  const submittedAt = submittedSometime(random, platform.clock(), daysBack)
  const mistakes = status === 'deposit_pending' || status === 'contract_pending' ? 0 : random.int(0, 3)
  const settled = made.providers.filter(
    (provider) => provider.marketplace === marketplace && provider.status === 'active',
  )
  const extends_ = pack.admission.categories.length > 1 && settled.length > 0 && random.chance(0.2)
  const fresh = await applicantOf(platform, random, pack, mistakes, true)
  const home = extends_ ? random.pick(settled) : null
  const applicant = home ? { ...fresh, name: home.name, uscc: home.uscc, kind: home.kind } : fresh
  const providerId = home?.id ?? `${marketplace}-${2001 + made.applications.length}`
  if (home === null) {
    made.providers.push(
      demoProvider(random, providerId, applicant, 'prospect', today, new Date(submittedAt).toISOString()),
    )
  }
  made.applications.push(
    demoApplication(random, {
      id: ulid(submittedAt, random.next),
      providerId,
      applicant,
      purpose: home ? 'category-extension' : 'first',
      status,
      submittedAt,
      pack,
      calendar: platform.policies.calendar,
      now: platform.clock(),
    }),
  )
}

async function applicantOf(
  platform: Platform,
  random: SeededRandom,
  pack: PolicyPack,
  mistakes: number,
  withDocuments: boolean,
) {
  const on = shanghaiDate(now(platform))
  const kinds = pack.admission.providerKinds.map(({ kind }) => kind)
  const kind = kinds.includes('individual') && random.chance(0.2) ? 'individual' : 'enterprise'
  const open = pack.admission.categories.filter((category) =>
    category.open.some((span) => span.from <= on && (span.to === null || on <= span.to)),
  )
  // One in twelve asks for a category that is not open: refused, with the sentence that closes it.
  const category = random.chance(0.08) ? random.pick(pack.admission.categories) : random.pick(open)
  const waiting: Promise<string>[] = []
  const applicant = demoApplicant(random, {
    pack,
    kind,
    categories: [category.id],
    on,
    mistakes,
    file: (title, fields) => {
      const pdf = documentPdf(title, fields)
      if (withDocuments) waiting.push(platform.files.put(pdf))
      return { hash: hashOfBytes(pdf), bytes: pdf.byteLength }
    },
  })
  await Promise.all(waiting)
  return withDocuments ? applicant : { ...applicant, documents: [] }
}

function packOf(platform: Platform, marketplace: string): PolicyPack {
  const pack = packInForce(platform.policies.packs, marketplace, shanghaiDate(now(platform)))
  if (pack === null) throw new Error(`No policy pack of ${marketplace} covers today: the demo needs one.`)
  return pack
}
