import { ulid } from 'ulid'
import { packPackage } from '#node/package-archive/pack-package.ts'
import { readPackage } from '#node/package-archive/read-package.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { addWorkingDays } from '#shared/calendar/working-calendar.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import {
  type Listing,
  type ListingVersion,
  type ListingVersionStatus,
  offerUnderReview,
} from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { listingRulesOn } from '#shared/policy/listing-rules-on.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import {
  DEMO_PRODUCTS,
  type DemoProduct,
  demoOffer,
  demoPackage,
  demoPictures,
  type PackageFlaw,
} from './demo-listings.ts'
import type { SeededRandom } from './seeded-random.ts'

const HOUR = 3_600_000
/** Submissions by status and flaw; `update` has a live version before it, which makes a record of its own. */
const SUBMISSIONS: readonly (readonly [ListingVersionStatus, PackageFlaw, 'new' | 'update'])[] = [
  ['submitted', 'none', 'new'],
  ['submitted', 'two-screenshots', 'new'],
  ['submitted', 'no-changelog', 'update'],
  ['submitted', 'html-screenshot', 'new'],
  ['submitted', 'none', 'update'],
  ['submitted', 'missing-section', 'new'],
  ['submitted', 'bad-language', 'new'],
  ['submitted', 'no-english-readme', 'update'],
  ['submitted', 'none', 'new'],
  ['submitted', 'no-manual', 'new'],
  ['in_review', 'none', 'update'],
  ['in_review', 'two-screenshots', 'new'],
  ['in_review', 'none', 'new'],
  ['in_review', 'missing-section', 'update'],
  ['in_review', 'no-english-readme', 'new'],
  ['in_review', 'none', 'new'],
  ['changes_requested', 'two-screenshots', 'new'],
  ['changes_requested', 'html-screenshot', 'update'],
  ['changes_requested', 'missing-section', 'new'],
  ['approved', 'none', 'new'],
  ['approved', 'none', 'update'],
  ['rejected', 'two-screenshots', 'new'],
  ['draft', 'none', 'new'],
  ['live', 'none', 'new'],
  ['live', 'none', 'new'],
  ['live', 'none', 'new'],
  ['delisted', 'none', 'new'],
]
/** Submissions on marketplaces that state no rules for packages: a person judges them. */
const ELSEWHERE: readonly (readonly [marketplace: string, ListingVersionStatus])[] = [
  ['huawei', 'submitted'],
  ['huawei', 'in_review'],
  ['aliyun', 'submitted'],
  ['aliyun', 'submitted'],
  ['ksyun', 'submitted'],
  ['huawei', 'live'],
]

/** Listings and their versions of the providers at home, checked as the platform checks every push. */
export async function seedDemoListings(
  platform: Platform,
  random: SeededRandom,
  providers: readonly Provider[],
): Promise<readonly { readonly listing: Listing; readonly versions: readonly ListingVersion[] }[]> {
  const pictures = demoPictures(random)
  const made: { listing: Listing; versions: ListingVersion[] }[] = []
  const submissions = [
    ...SUBMISSIONS.map(([status, flaw, kind]) => ({ marketplace: 'kubesphere', status, flaw, kind })),
    ...ELSEWHERE.map(([marketplace, status]) => ({
      marketplace,
      status,
      flaw: 'none' as const,
      kind: 'new' as const,
    })),
  ]
  for (const [at, submission] of submissions.entries()) {
    const homes = providers.filter(
      (provider) => provider.marketplace === submission.marketplace && provider.status === 'active',
    )
    const provider = random.pick(homes)
    const product = productNumber(at)
    const icon = random.pick(pictures.icons)
    const screenshots = [...pictures.screenshots.slice(at % 5), ...pictures.screenshots].slice(0, 4)
    const listingId = ulid(platform.clock() - random.int(100, 400) * 24 * HOUR, random.next)
    const live =
      submission.kind === 'update'
        ? await makeVersion(platform, random, {
            provider,
            product,
            listingId,
            version: '1.0.0',
            status: 'live',
            flaw: 'none',
            icon,
            screenshots,
            before: null,
          })
        : null
    const version = await makeVersion(platform, random, {
      provider,
      product,
      listingId,
      version: live ? '1.1.0' : `1.${random.int(0, 4)}.${random.int(0, 9)}`,
      status: submission.status,
      flaw: submission.flaw,
      icon,
      screenshots,
      before: live,
    })
    const shown = live ?? (submission.status === 'live' ? version : null)
    made.push({
      listing: {
        id: listingId,
        version: 1,
        marketplace: provider.marketplace,
        providerId: provider.id,
        name: product.name,
        title: { zh: product.zh, en: product.en },
        category: product.category,
        liveVersionId: shown?.id ?? null,
        status: shown ? 'live' : submission.status === 'delisted' ? 'delisted' : 'draft',
        updatedAt: version.updatedAt,
      },
      versions: live ? [live, version] : [version],
    })
  }
  await platform.store.write(async (transaction) => {
    for (const { listing, versions } of made) {
      await transaction.put('listing', listing)
      for (const version of versions) await transaction.put('listingVersion', version)
    }
  })
  return made
}

interface VersionWish {
  readonly provider: Provider
  readonly product: DemoProduct
  readonly listingId: string
  readonly version: string
  readonly status: ListingVersionStatus
  readonly flaw: PackageFlaw
  readonly icon: Uint8Array
  readonly screenshots: readonly Uint8Array[]
  readonly before: ListingVersion | null
}

async function makeVersion(
  platform: Platform,
  random: SeededRandom,
  wish: VersionWish,
): Promise<ListingVersion> {
  const { product, provider, status, before } = wish
  const pack = packOf(platform, provider.marketplace)
  const rules = listingRulesOn(pack, shanghaiDate(new Date(platform.clock()).toISOString()))
  const offer = demoOffer(random)
  const bytes = await packPackage(demoPackage(product, wish.version, wish.flaw, wish))
  const reading = await readPackage(bytes)
  const identity = { name: product.name, version: wish.version }
  const findings = [
    ...reading.findings,
    ...(rules && reading.contents
      ? checkPackage(reading.contents, {
          uploads: [],
          rules,
          live: before ? { name: before.listingName, version: before.packageVersion } : null,
          pushed: identity,
          offer: offerUnderReview(offer),
        })
      : []),
  ]
  const settled = status === 'live' || status === 'delisted'
  const submittedMs = platform.clock() - (settled ? random.int(30, 90) * 24 : random.int(1, 100)) * HOUR
  const submittedAt = new Date(submittedMs).toISOString()
  const history = historyTo(status, submittedMs, platform.clock())
  const sla = pack.listingReview.sla
  const reviewed = history.some((entry) => entry.action === 'listing.start-review')
  return {
    id: ulid(submittedMs, random.next),
    version: history.length,
    marketplace: provider.marketplace,
    providerId: provider.id,
    listingId: wish.listingId,
    listingName: product.name,
    title: { zh: product.zh, en: product.en },
    category: product.category,
    packageVersion: wish.version,
    packageHash: await platform.files.put(bytes),
    packageBytes: bytes.byteLength,
    uploads: [],
    offer,
    findings,
    overrides: [],
    status,
    assignee: reviewed ? (DEMO_ACCOUNTS[0]?.id ?? null) : null,
    livePackageHash: before?.packageHash ?? null,
    submittedAt: status === 'draft' ? null : submittedAt,
    dueOn:
      sla && status !== 'draft'
        ? addWorkingDays(platform.policies.calendar, shanghaiDate(submittedAt), sla.workingDays).date
        : null,
    decidedAt: ['approved', 'rejected', 'live', 'delisted'].includes(status)
      ? (history.at(-1)?.at ?? null)
      : null,
    history,
    updatedAt: history.at(-1)?.at ?? submittedAt,
  }
}

const STEPS: Readonly<Record<ListingVersionStatus, readonly string[]>> = {
  draft: ['vendor.push'],
  submitted: ['vendor.push', 'vendor.submit'],
  in_review: ['vendor.push', 'vendor.submit', 'listing.start-review'],
  changes_requested: ['vendor.push', 'vendor.submit', 'listing.start-review', 'listing.request-changes'],
  approved: ['vendor.push', 'vendor.submit', 'listing.start-review', 'listing.approve'],
  rejected: ['vendor.push', 'vendor.submit', 'listing.start-review', 'listing.reject'],
  withdrawn: ['vendor.push', 'vendor.submit', 'vendor.withdraw'],
  live: ['vendor.push', 'vendor.submit', 'listing.start-review', 'listing.approve', 'listing.publish'],
  delisted: [
    'vendor.push',
    'vendor.submit',
    'listing.start-review',
    'listing.approve',
    'listing.publish',
    'listing.delist',
  ],
}

function historyTo(status: ListingVersionStatus, from: number, until: number): HistoryEntry[] {
  const reviewer = DEMO_ACCOUNTS[0]
  const step = Math.min(6 * HOUR, (until - from) / 8)
  return STEPS[status].map((action, at) => {
    const byVendor = action.startsWith('vendor.')
    const refused = action === 'listing.request-changes' || action === 'listing.reject'
    return {
      at: new Date(from + Math.max(0, at - 1) * step).toISOString(),
      actor: byVendor ? 'vendor' : (reviewer?.id ?? 'vendor'),
      actorName: byVendor ? '服务商' : (reviewer?.name ?? '服务商'),
      action,
      noteToVendor: refused ? '请按检查结果修改扩展组件包后重新提交。' : null,
      internalNote: null,
      reasons: refused ? ['findings-open'] : [],
    }
  })
}

const EDITIONS = [
  ['', '', ''],
  ['-edge', ' 边缘版', ' Edge'],
  ['-enterprise', ' 企业版', ' Enterprise'],
] as const

/** Distinct products, as many as asked for: editions of the few that are described. */
function productNumber(at: number): DemoProduct {
  const product = DEMO_PRODUCTS[at % DEMO_PRODUCTS.length]
  const edition = EDITIONS[Math.floor(at / DEMO_PRODUCTS.length) % EDITIONS.length]
  if (product === undefined || edition === undefined) throw new RangeError(`no demo product ${at}`)
  const [name, zh, en] = edition
  return { ...product, name: product.name + name, zh: product.zh + zh, en: product.en + en }
}

function packOf(platform: Platform, marketplace: string): PolicyPack {
  const pack = packInForce(platform.policies.packs, marketplace, shanghaiDate(now(platform)))
  if (pack === null) throw new Error(`No policy pack of ${marketplace} covers today: the demo needs one.`)
  return pack
}
