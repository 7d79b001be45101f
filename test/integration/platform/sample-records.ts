import { createHash } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { CompanyControl } from '#shared/contracts/console-platform/records/company-control.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { HolidayTableRecord } from '#shared/contracts/console-platform/records/holiday-table.ts'
import type { Listing, ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { MatchSettingsRecord } from '#shared/contracts/console-platform/records/match-settings.ts'
import type { OfflineOrder } from '#shared/contracts/console-platform/records/offline-order.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { OrderImport } from '#shared/contracts/console-platform/records/order-import.ts'
import type { PolicyPackRecord } from '#shared/contracts/console-platform/records/policy-pack.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Recharge } from '#shared/contracts/console-platform/records/recharge.ts'
import type { Supervision } from '#shared/contracts/console-platform/records/supervision.ts'
import type { Violation } from '#shared/contracts/console-platform/records/violation.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { NO_FILES, sampleAttachment } from './sample-attachment.ts'

export const AT = '2026-11-20T02:00:00.000Z'
let chance = 0
const nextUlid = monotonicFactory(() => {
  chance = (chance + 0.37) % 1
  return chance
})
export const newUlid = () => nextUlid(Date.parse(AT))
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export function sampleApplicant(change: Partial<Applicant> = {}): Applicant {
  return {
    marketplace: 'kubesphere',
    kind: 'enterprise',
    name: '北京云栈科技有限公司',
    uscc: '91110108MA01KPGK0L',
    residentId: null,
    categories: ['extension'],
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
    ...change,
  }
}

export function sampleApplication(change: Partial<Application> = {}): Application {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    purpose: 'first',
    applicant: sampleApplicant(),
    status: 'in_review',
    assignee: null,
    submittedAt: AT,
    dueOn: '2026-11-25',
    decidedAt: null,
    contracts: [],
    history: [],
    updatedAt: AT,
    ...change,
  }
}

export function sampleProvider(change: Partial<Provider> = {}): Provider {
  return {
    id: 'provider-1',
    version: 1,
    marketplace: 'kubesphere',
    kind: 'enterprise',
    name: '北京云栈科技有限公司',
    uscc: '91110108MA01KPGK0L',
    residentId: '110101199003070000',
    staff: 30,
    registeredCapital: 1_000_000_000,
    foundedOn: '2015-03-01',
    licenceIssuedOn: '2015-03-01',
    categories: ['extension'],
    source: 'isv',
    freeOrOpenSourceOnly: false,
    openSourceOnly: false,
    status: 'active',
    payoutsPaused: false,
    joinedOn: '2024-01-01',
    contact: { name: '张三', phone: '13800000000', email: 'zhang@example.cn' },
    website: null,
    ...{ documents: [], terms: [], decisions: [], updatedAt: AT },
    ...change,
  }
}

/** An order that was paid online for 100.00 in cash, by nobody's own customer. */
export function sampleOrder(change: Partial<Order> = {}): Order {
  const id = newUlid()
  return {
    id,
    version: 1,
    marketplace: 'kubesphere',
    number: `20240201-${id.slice(-8)}`,
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    listingId: null,
    productName: '云备份',
    category: 'extension',
    mode: null,
    kind: 'new',
    refundOf: null,
    channel: 'online',
    buyerId: 'u-1',
    buyerName: '李四',
    distributed: false,
    listPrice: 100_00,
    cash: 100_00,
    voucher: 0,
    taxBasisPoints: 600,
    agreedBasisPoints: null,
    paidAt: '2024-02-01T02:00:00.000Z',
    activatedAt: null,
    startsAt: null,
    completedAt: null,
    repaidAt: null,
    supervision: 'none',
    settledIn: null,
    updatedAt: AT,
    ...change,
  }
}

/** What a delivery says that was proven by a report. */
export const DELIVERY_SAID = {
  deliveredAt: '2026-11-18T02:00:00.000Z',
  deliverable: '验收报告 2026-118，双方签章',
  filedAt: '合同档案 2026/118',
  ...{ sha256: 'c'.repeat(64), attachments: NO_FILES },
  governmentVoucher: false,
} as const

/** An order's supervision whose delivery zhou wrote down. */
export function sampleSupervision(change: Partial<Supervision> = {}): Supervision {
  const { id, marketplace, providerId, providerName, number, productName } = sampleOrder()
  const said = { at: AT, by: 'zhou', byName: '周敏' }
  return {
    ...{ id, version: 1, marketplace, providerId, providerName, number, productName, began: 'pending' },
    steps: [{ step: 'delivered', ...said, said: DELIVERY_SAID }],
    updatedAt: AT,
    ...change,
  }
}

/** A private order of 100.00 with an agreed share, written down by liu and not confirmed. */
export function sampleOfflineOrder(change: Partial<OfflineOrder> = {}): OfflineOrder {
  const order = sampleOrder({ channel: 'private', agreedBasisPoints: 250 })
  const { listingId: _l, distributed: _d, activatedAt: _a, supervision: _s, settledIn: _i, ...said } = order
  return {
    ...said,
    contract: 'HT-2024-017 私有化部署合同',
    ...{ evidence: '银行回单 2024-118，存于合同档案', attachments: [] },
    recorded: { at: AT, by: 'liu', byName: '刘芳' },
    verdict: null,
    history: [],
    ...change,
  }
}

/** An import of one order of 100.00. */
export function sampleOrderImport(change: Partial<OrderImport> = {}): OrderImport {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    fileName: '订单 2024-02.xlsx',
    fileHash: hashOf('orders'),
    encoding: 'workbook',
    undecodable: 0,
    orders: 1,
    known: 0,
    left: 0,
    skipped: { rows: 0, matter: 0, first: [] },
    added: 1,
    changed: 0,
    paid: 100_00,
    refunded: 0,
    vouchers: 0,
    period: { from: '2024-02-01', to: '2024-02-01' },
    importedAt: AT,
    by: 'liu',
    byName: '刘芳',
    ...change,
  }
}

/** The sentence of KubeSphere's pack that a sample violation breaks. */
const BROKEN: Violation['rule'] = {
  ruleId: 'violations.agreements-and-rules',
  quote:
    '将遵守 KubeSphere Marketplace 相关协议及 KubeSphere Marketplace 管理规范的相关约定，为用户提供安全、合法的产品',
  source: 'KubeSphere Marketplace 操作指南 v1.0 (2023-10-20)',
  reading: false,
}

/** Matching knows a further purpose than the standard. */
export function sampleMatchSettings(change: Partial<MatchSettingsRecord> = {}): MatchSettingsRecord {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    number: 1,
    changed: {
      ...{ fixedPart: null, depositWord: null, bankWords: null, unlikePerMille: null },
      otherPurposes: ['货款', '培训费'],
    },
    reason: '培训费不是保证金',
    set: { at: AT, by: 'wang', byName: '王强' },
    history: [],
    updatedAt: AT,
    ...change,
  }
}

/** A recharge of 5,000.00 that nobody has confirmed. */
export function sampleRecharge(change: Partial<Recharge> = {}): Recharge {
  const id = newUlid()
  return {
    id,
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    obligationId: newUlid(),
    channel: '支付宝',
    number: `2026111922001${id.slice(-10)}`,
    paidOn: '2026-11-19',
    amount: 500_000,
    payerName: '张三',
    payerAccount: 'zhang@example.cn',
    ...{ evidence: '渠道后台截图 2026-11-19', attachments: [sampleAttachment('a channel page')] },
    recorded: { at: AT, by: 'liu', byName: 'liu' },
    ruling: null,
    takenBack: null,
    history: [],
    updatedAt: AT,
    ...change,
  }
}

/** A violation that nobody has ruled on. */
export function sampleViolation(change: Partial<Violation> = {}): Violation {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    obligationId: null,
    rule: BROKEN,
    occurredOn: '2026-11-02',
    facts: '商品页面标价与下单价格不一致',
    ...{ evidence: '投诉工单 2026-118', attachments: [] },
    recorded: { at: AT, by: 'li', byName: 'li' },
    ruling: null,
    appeal: null,
    history: [],
    updatedAt: AT,
    ...change,
  }
}

/** A deposit of KubeSphere of which nothing has been paid. */
export function sampleObligation(change: Partial<DepositObligation> = {}): DepositObligation {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    providerName: '北京云栈科技有限公司',
    category: null,
    amount: 500_000,
    why: { ruleId: 'deposit.amount', quote: '保证金 5000 元', source: 'guide', reading: false },
    steps: null,
    facts: {
      categories: ['extension'],
      joinedOn: '2024-01-01',
      firstListedOn: null,
      staff: 30,
      freeOrOpenSource: false,
      openSource: false,
      paidProductOn: null,
      lastDelistedOn: null,
      stillListed: 0,
      hasViolation: false,
      cooperationEndedOn: null,
    },
    entries: [],
    history: [],
    updatedAt: AT,
    ...change,
  }
}

export function sampleAccount(change: Partial<BankAccount> = {}): BankAccount {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    number: '0200001109024543164',
    holder: '北京青云科技股份有限公司',
    bank: '中国工商银行',
    currency: 'CNY',
    imported: null,
    history: [],
    updatedAt: AT,
    ...change,
  }
}

/** A statement of no lines, of which nothing is proven. */
export function sampleStatement(change: Partial<BankStatement> = {}): BankStatement {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    accountId: newUlid(),
    fileHash: hashOf('statement'),
    fileName: 'icbc.csv',
    format: 'icbc-history',
    encoding: 'gb18030',
    undecodable: 0,
    account: '0200001109024543164',
    currency: null,
    opening: null,
    closing: null,
    totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
    period: null,
    skipped: { rows: 0, matter: 0, first: [] },
    proof: 'unprovable',
    accepted: ['unproven'],
    lines: 0,
    added: 0,
    importedAt: AT,
    by: 'op-3',
    byName: '刘芳',
    withdrawn: null,
    ...change,
  }
}

/** What the bank books where a provider of KubeSphere pays its deposit. */
export const BOOKED = {
  bookedOn: '2026-11-02',
  bookedTime: '09:12:33',
  direction: 'in',
  amount: 500_000,
  side: 'credit',
  isReversal: false,
  counterpartyName: '北京云栈科技有限公司',
  counterpartyAccount: '31050161364000001234',
  summary: '转账',
  purpose: '保证金',
  remark: '北京云栈科技有限公司-KubeSphere Marketplace 保证金',
  balanceAfter: null,
  currency: null,
  place: { page: '', row: 3 },
} as const

/** An open line that brings a deposit of KubeSphere. */
export function sampleLine(change: Partial<BankLine> = {}): BankLine {
  const id = change.id ?? newUlid()
  return {
    id,
    version: 1,
    marketplace: 'kubesphere',
    accountId: newUlid(),
    statementId: newUlid(),
    identity: hashOf(id).slice(0, 32),
    ordinal: 0,
    serial: id,
    ...BOOKED,
    isDirectionProven: true,
    allocations: [],
    takenBackBy: null,
    history: [],
    updatedAt: AT,
    ...change,
  }
}

/** The posting of the whole amount. */
export const PAID: DepositObligation['entries'] = [
  { kind: 'match', note: '', amount: 500_000, line: '1', at: AT, by: 'op-3', byName: '刘芳' },
]

/** A pack that waits for a second person: that of KubeSphere as it is, with another version and first day. */
export function samplePack(change: Partial<PolicyPackRecord> = {}): PolicyPackRecord {
  const { control: _c, value: _v, ...proposal } = sampleControl({ from: '2027-01-01' })
  return {
    ...proposal,
    fileName: 'kubesphere-2027-01-01.yaml',
    fileHash: hashOf('pack'),
    marketplace: 'kubesphere',
    name: { zh: 'KubeSphere Marketplace', en: 'KubeSphere Marketplace' },
    packVersion: '9.0',
    pack: '{}',
    ...change,
  }
}

/** A table of 2027 that waits for a second person. */
export function sampleTable(change: Partial<HolidayTableRecord> = {}): HolidayTableRecord {
  const { control: _c, value: _v, ...proposal } = sampleControl({ from: '2026-12-01' })
  const off = [{ date: '2027-01-01', name: '元旦' }]
  const table = { year: 2027, papers: ['https://www.gov.cn/2027'], off, makeUp: [] }
  return {
    ...proposal,
    fileName: '2027.json',
    fileHash: hashOf('table'),
    year: 2027,
    table: JSON.stringify(table),
    ...change,
  }
}

/** A value of a control that waits for a second person. */
export function sampleControl(change: Partial<CompanyControl> = {}): CompanyControl {
  return {
    id: newUlid(),
    version: 1,
    status: 'proposed',
    from: '2026-12-01',
    reason: '给服务商更多时间',
    proposed: { by: 'op-4', byName: '王建国', at: AT },
    decided: null,
    history: [],
    updatedAt: AT,
    control: 'deposit-due-soon-days',
    value: 45,
    ...change,
  }
}

export function sampleOperator({ roles = ['ops'], ...change }: Partial<Operator> = {}): Operator {
  const grants = roles.map((role) => ({ role, from: '2026-01-01', until: null }))
  return { id: 'op-1', version: 1, name: '周敏', roles, grants, active: true, updatedAt: AT, ...change }
}

export function sampleListing(change: Partial<Listing> = {}): Listing {
  return {
    id: newUlid(),
    version: 1,
    marketplace: 'kubesphere',
    providerId: 'provider-1',
    name: 'log-lake',
    title: { zh: '日志湖', en: 'Log Lake' },
    category: 'observability',
    liveVersionId: null,
    status: 'draft',
    updatedAt: AT,
    ...change,
  }
}

export function sampleVersion(listing: Listing, change: Partial<ListingVersion> = {}): ListingVersion {
  return {
    id: newUlid(),
    version: 1,
    marketplace: listing.marketplace,
    providerId: listing.providerId,
    listingId: listing.id,
    listingName: listing.name,
    title: listing.title,
    category: listing.category,
    packageVersion: '1.0.0',
    packageHash: hashOf('package'),
    packageBytes: 7,
    uploads: [],
    offer: { delivery: 'online', plans: [], priceShownPublicly: false, paid: false },
    findings: [],
    overrides: [],
    status: 'in_review',
    assignee: null,
    livePackageHash: null,
    submittedAt: AT,
    dueOn: '2026-11-25',
    decidedAt: null,
    history: [],
    updatedAt: AT,
    ...change,
  }
}
