import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { Listing, ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CITIES = ['北京', '上海', '深圳', '杭州', '成都', '武汉', '西安', '南京', '广州', '苏州']
const WORDS = ['云栈', '数海', '启明', '星河', '天枢', '青松', '远山', '沧澜', '智源', '恒信', '瑞达', '博远']
const FORMS = ['科技有限公司', '信息技术有限公司', '软件股份有限公司', '网络科技有限公司']
const APPLICATION_STATES = [
  'submitted',
  'in_review',
  'changes_requested',
  'open',
  'open',
  'open',
  'rejected',
] as const
const VERSION_STATES = ['submitted', 'in_review', 'approved', 'live', 'live', 'rejected'] as const
const FIRST = Date.parse('2025-01-06T01:00:00.000Z')

function pick<T>(from: readonly T[], index: number): T {
  const picked = from[index % from.length]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}
/** A ULID that counts. */
function idOf(index: number): string {
  let rest = index
  let text = ''
  for (let digit = 0; digit < 8; digit++) {
    text = CROCKFORD[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return `01JGZZ0000MARKETDE${text}`
}
const instantOf = (index: number) => new Date(FIRST + (index % 600_000) * 60_000).toISOString()
const nameOf = (index: number) =>
  `${pick(CITIES, index)}${pick(WORDS, index * 7)}${pick(WORDS, index * 5 + 3)}${index % 997}${pick(FORMS, index)}`

export function manyProvider(index: number): Provider {
  return {
    id: `p-${String(index).padStart(6, '0')}`,
    version: 1,
    marketplace: pick(['kubesphere', 'aliyun', 'huawei', 'ksyun'], index),
    kind: 'enterprise',
    name: nameOf(index),
    uscc: '91110108MA01KPGK0T',
    residentId: null,
    staff: 30,
    registeredCapital: 1_000_000_000,
    foundedOn: '2015-03-01',
    licenceIssuedOn: '2015-03-01',
    categories: ['ai-machine-learning'],
    source: 'isv',
    freeOrOpenSourceOnly: false,
    openSourceOnly: false,
    status: 'active',
    payoutsPaused: false,
    joinedOn: '2024-01-01',
    contact: { name: '张三', phone: '13800000000', email: 'zhang@example.cn' },
    website: null,
    documents: [],
    terms: [],
    decisions: [],
    updatedAt: instantOf(index),
  }
}

export function manyApplication(index: number, providers: number): Application {
  const provider = manyProvider((index * 7919) % providers)
  const submittedAt = instantOf(index * 13)
  return {
    id: idOf(index),
    version: 1,
    marketplace: provider.marketplace,
    providerId: provider.id,
    purpose: 'first',
    applicant: {
      marketplace: provider.marketplace,
      kind: 'enterprise',
      name: provider.name,
      uscc: provider.uscc,
      residentId: null,
      categories: provider.categories,
      source: 'isv',
      freeOrOpenSourceOnly: false,
      openSourceOnly: false,
      staff: 30,
      registeredCapital: 1_000_000_000,
      foundedOn: '2015-03-01',
      licenceIssuedOn: '2015-03-01',
      serviceHours: { daysPerWeek: 7, hoursPerDay: 24, online: true },
      website: 'https://www.example.cn',
      contact: { name: '张三', phone: '13800000000', email: 'zhang@example.cn' },
      answers: {},
      documents: [],
    },
    status: pick(APPLICATION_STATES, index),
    assignee: index % 3 === 0 ? null : `op-${index % 9}`,
    submittedAt,
    dueOn: submittedAt.slice(0, 10),
    decidedAt: null,
    contracts: [],
    history: [],
    updatedAt: instantOf(index * 17),
  }
}

export function manyListing(index: number, providers: number): Listing {
  const provider = manyProvider(index % providers)
  return {
    id: idOf(1_000_000 + index),
    version: 1,
    marketplace: provider.marketplace,
    providerId: provider.id,
    name: `listing-${index}`,
    title: { zh: `${pick(WORDS, index)}日志湖${index}`, en: `Log Lake ${index}` },
    category: 'observability',
    liveVersionId: null,
    status: 'live',
    updatedAt: instantOf(index),
  }
}

export function manyVersion(index: number, listings: number, providers: number): ListingVersion {
  const listing = manyListing(index % listings, providers)
  const submittedAt = instantOf(index * 11)
  return {
    id: idOf(2_000_000 + index),
    version: 1,
    marketplace: listing.marketplace,
    providerId: listing.providerId,
    listingId: listing.id,
    listingName: listing.name,
    title: listing.title,
    category: listing.category,
    packageVersion: `1.${index % 40}.0`,
    packageHash: 'a'.repeat(64),
    packageBytes: 1000,
    uploads: [],
    offer: { delivery: 'online', plans: [], priceShownPublicly: true, paid: false },
    findings: [],
    overrides: [],
    status: pick(VERSION_STATES, index),
    assignee: index % 3 === 0 ? null : `op-${index % 9}`,
    livePackageHash: null,
    submittedAt,
    dueOn: submittedAt.slice(0, 10),
    decidedAt: null,
    history: [],
    updatedAt: instantOf(index * 19),
  }
}
