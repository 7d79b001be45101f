import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOfBytes } from '#node/file-store/file-store.ts'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { DEMO_ACCOUNTS } from '#platform/demo/demo-accounts.ts'
import { seedDemo } from '#platform/demo/seed-demo.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform, type RunningPlatform } from '#platform/start-platform.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { readStatement } from '#shared/bank-statements/read-statement.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import {
  bankLineSchema,
  lineStatus,
  liveAllocation,
  type MatchPart,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { bankStatementSchema } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { CLUSTER_STATUSES, clusterSchema } from '#shared/contracts/console-platform/records/cluster.ts'
import {
  commissionInvoiceSchema,
  commissionInvoiceStatus,
} from '#shared/contracts/console-platform/records/commission-invoice.ts'
import {
  commissionRebateSchema,
  commissionRebateStatus,
} from '#shared/contracts/console-platform/records/commission-rebate.ts'
import { companyControlSchema } from '#shared/contracts/console-platform/records/company-control.ts'
import {
  CONTACT_STATUSES,
  contactSchema,
  contactStatus,
  waitsFor,
} from '#shared/contracts/console-platform/records/contact.ts'
import {
  liveReceipts,
  overpaid,
  topUpsDue,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
  depositObligationSchema,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { invoiceStatus, providerInvoiceSchema } from '#shared/contracts/console-platform/records/invoice.ts'
import { matchSettingsRecordSchema } from '#shared/contracts/console-platform/records/match-settings.ts'
import { noticeSchema, noticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import {
  offlineOrderSchema,
  offlineOrderStatus,
} from '#shared/contracts/console-platform/records/offline-order.ts'
import { orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import {
  batchOrder,
  payoutBatchSchema,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import { payoutRequestSchema } from '#shared/contracts/console-platform/records/payout-request.ts'
import { rechargeSchema, rechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  openChecks,
  settlementMonthSchema,
} from '#shared/contracts/console-platform/records/settlement-month.ts'
import { settlementStatementSchema } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import {
  SUBSCRIPTION_STATUSES,
  subscriptionSchema,
} from '#shared/contracts/console-platform/records/subscription.ts'
import {
  supervisionSchema,
  supervisionState,
} from '#shared/contracts/console-platform/records/supervision.ts'
import { violationSchema, violationStatus } from '#shared/contracts/console-platform/records/violation.ts'
import { writePain001 } from '#shared/payments/pain001.ts'
import { matchLines } from '#shared/rules/bank-matching/match-lines.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { command, toDeposit } from './bank-desk.ts'
import { importing } from './bank-statement.ts'
import { newUlid } from './sample-records.ts'

const ICBC = new URL('../../fixtures/bank/corporate/icbc_historydetail.csv', import.meta.url)
const targetOf = ({ target }: MatchPart) => (target.kind === 'deposit' ? target.obligationId : '')
const NOON = Date.parse('2026-03-04T04:00:00.000Z')

async function demoPlatform(seconds: number): Promise<{ platform: RunningPlatform; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-demo-'))
  // Milliseconds, which seeding takes more or fewer of.
  let passed = seconds * 1000
  const platform = await createPlatform({
    dataDir: folder,
    policies: await loadPolicies(),
    clock: () => {
      passed += 7
      return NOON + passed
    },
  })
  await seedDemo(platform)
  return { platform, folder }
}

async function records(platform: RunningPlatform, kind: RecordKind): Promise<Record<string, unknown>[]> {
  const { json } = await platform.store.snapshotRows(kind, '', 5000)
  const rows = JSON.parse(`[${Buffer.from(json).toString('utf8')}]`) as unknown[][]
  return rows.map((row) => JSON.parse(String(row.at(-1))))
}

describe('the demo platform', () => {
  let worlds: Awaited<ReturnType<typeof demoPlatform>>[]
  beforeAll(async () => {
    worlds = [await demoPlatform(0), await demoPlatform(50)]
  })
  afterAll(async () => {
    for (const { platform, folder } of worlds) {
      await platform.close()
      await rm(folder, { recursive: true })
    }
  })
  const first = () => (worlds[0] as (typeof worlds)[number]).platform
  const demoLines = async () =>
    (await records(first(), 'bankLine')).map((record) => bankLineSchema.parse(record))

  it('tells of controls that two people put into force, of one that took its place, and of one that waits', async () => {
    const controls = (await records(first(), 'companyControl')).map((each) =>
      companyControlSchema.parse(each),
    )
    expect(controls.map(({ control, status }) => `${control} ${status}`).sort()).toEqual([
      'deposit-due-soon-days proposed',
      'invoice-name adopted',
      'invoice-tax-id adopted',
      'payments-paused adopted',
      'payments-paused adopted',
    ])
    expect(controls.every(({ proposed, decided }) => proposed.by !== decided?.by)).toBe(true)
    expect(first().policies.controls('payments-paused', '2026-03-04')).toBe(false)
  })

  it('tells who set matching for a marketplace, and why', async () => {
    const [set, ...others] = (await records(first(), 'matchSettings')).map((each) =>
      matchSettingsRecordSchema.parse(each),
    )
    expect(others).toEqual([])
    expect(set).toMatchObject({ marketplace: 'aliyun', number: 1, changed: { fixedPart: null } })
  })

  it('has two years of orders of every market, and of the one whose rules ended its last years', async () => {
    const orders = (await records(first(), 'order')).map((order) => orderSchema.parse(order))
    const of = (marketplace: string) => orders.filter((order) => order.marketplace === marketplace)
    for (const marketplace of ['kubesphere', 'ksyun', 'huawei']) {
      const days = of(marketplace).map(({ paidAt }) => paidAt)
      expect(days.length).toBeGreaterThan(50)
      expect(days.every((at) => Date.parse(at) <= NOON + 60_000)).toBe(true)
    }
    expect(of('aliyun').some(({ paidAt }) => paidAt < '2019-02-01')).toBe(true)
    expect(of('aliyun').some(({ paidAt }) => paidAt >= '2021-04-01')).toBe(true)
    for (const has of [
      ({ kind }) => kind === 'refund',
      ({ kind }) => kind === 'renewal',
      ({ voucher }) => voucher > 0,
      ({ distributed }) => distributed,
      ({ supervision }) => supervision === 'pending',
      ({ supervision }) => supervision === 'completed',
    ] as const satisfies ((order: (typeof orders)[number]) => boolean)[]) {
      expect(orders.some(has)).toBe(true)
    }
  })

  it('has a supervised order in each state, and what people wrote down of all but the first', async () => {
    const supervisions = (await records(first(), 'supervision')).map((each) => supervisionSchema.parse(each))
    expect(new Set(supervisions.map(supervisionState))).toEqual(
      new Set(['delivered', 'confirmed', 'completed', 'rejected', 'appealed', 'decided']),
    )
    const orders = (await records(first(), 'order')).map((order) => orderSchema.parse(order))
    for (const { id, ...steps } of supervisions) {
      const order = orders.find((each) => each.id === id)
      expect(order?.supervision).toBe(supervisionState(steps))
      expect(order?.completedAt === null).toBe(order?.supervision !== 'completed')
    }
  })

  it('has private orders in each state, one of them with a refund that waits', async () => {
    const offline = (await records(first(), 'offlineOrder')).map((each) => offlineOrderSchema.parse(each))
    expect(new Set(offline.map(offlineOrderStatus))).toEqual(new Set(['to-confirm', 'confirmed', 'refused']))
    const [refund] = offline.filter(({ kind }) => kind === 'refund')
    const original = offline.find(({ id }) => id === refund?.refundOf)
    expect(original && offlineOrderStatus(original)).toBe('confirmed')
    expect(offline.every(({ recorded, verdict }) => recorded.by !== verdict?.by)).toBe(true)
  })

  it('has subscriptions in every state, those of a market by its orders, and the clusters they run on', async () => {
    const orders = new Map(
      (await records(first(), 'order')).map((each) => orderSchema.parse(each)).map((each) => [each.id, each]),
    )
    const subscriptions = (await records(first(), 'subscription')).map((each) =>
      subscriptionSchema.parse(each),
    )
    expect(new Set(subscriptions.map(({ status }) => status))).toEqual(new Set(SUBSCRIPTION_STATUSES))
    for (const marketplace of ['kubesphere', 'ksyun', 'huawei', 'aliyun']) {
      expect(subscriptions.filter((each) => each.marketplace === marketplace).length).toBeGreaterThan(5)
    }
    expect(subscriptions.some(({ renewals }) => renewals.length > 0)).toBe(true)
    for (const { orderId, renewals, paid, userId, listingId, status } of subscriptions) {
      const own = [...(orderId === null ? [] : [orderId]), ...renewals].map((id) => orders.get(id))
      expect(own.reduce((sum, order) => sum + (order?.cash ?? 0), 0)).toBe(paid)
      expect(own.every((order) => order?.buyerId === userId && order.listingId === listingId)).toBe(true)
      expect(own.length === 0).toBe(status === 'trial')
    }
    const clusters = (await records(first(), 'cluster')).map((each) => clusterSchema.parse(each))
    expect(new Set(clusters.map(({ status }) => status))).toEqual(new Set(CLUSTER_STATUSES))
    const users = new Set(subscriptions.map(({ userId }) => userId))
    expect(clusters.every(({ userId }) => users.has(userId))).toBe(true)
    expect(new Set(clusters.map(({ clusterId }) => clusterId)).size).toBeLessThan(clusters.length)
  })

  it('has months that are committed, a draft with a penalty and drafts with open checks', async () => {
    const months = (await records(first(), 'settlementMonth')).map((each) =>
      settlementMonthSchema.parse(each),
    )
    const statements = (await records(first(), 'settlementStatement')).map((each) =>
      settlementStatementSchema.parse(each),
    )
    const of = (marketplace: string, status: string) =>
      statements.filter((each) => each.marketplace === marketplace && each.status === status)
    expect(of('ksyun', 'committed').length).toBeGreaterThan(20)
    expect(of('kubesphere', 'committed').length).toBeGreaterThan(30)
    expect(of('kubesphere', 'draft').some(({ totals }) => totals.adjustments === -500_00)).toBe(true)
    expect(of('aliyun', 'draft').some(({ notSettled }) => notSettled.length > 0)).toBe(true)
    expect(of('aliyun', 'draft').some(({ totals }) => totals.rebate > 0)).toBe(true)
    expect(months.some((month) => openChecks(month).length > 0)).toBe(true)
    const invoices = (await records(first(), 'commissionInvoice')).map((each) =>
      commissionInvoiceStatus(commissionInvoiceSchema.parse(each)),
    )
    expect(invoices).toEqual(expect.arrayContaining(['issued', 'to-issue', 'red-due']))
    const rebates = (await records(first(), 'commissionRebate')).map((each) =>
      commissionRebateStatus(commissionRebateSchema.parse(each)),
    )
    expect(new Set(rebates)).toEqual(new Set(['due', 'returned']))
    expect(statements.flatMap(({ differences }) => differences)).toEqual([])
  })

  it('tells of providers that invoice what they are paid, as far as their invoices have come', async () => {
    const invoices = (await records(first(), 'invoice')).map((each) => providerInvoiceSchema.parse(each))
    expect(new Set(invoices.map(invoiceStatus))).toEqual(
      new Set(['recorded', 'red-pending', 'doubtful', 'verified']),
    )
    const payouts = (await records(first(), 'payoutRequest'))
      .map((each) => payoutRequestSchema.parse(each))
      .filter(({ marketplace }) => marketplace === 'kubesphere')
    expect(new Set(payouts.map(({ status }) => status))).toEqual(
      new Set(['invoice_pending', 'invoice_received', 'verified']),
    )
  })

  it('is the same world for the same day', async () => {
    for (const kind of [
      'provider',
      'application',
      'listing',
      'listingVersion',
      'depositObligation',
      'bankAccount',
      'bankStatement',
      'bankLine',
      'order',
      'subscription',
      'cluster',
      'contact',
      'settlementStatement',
      'settlementLine',
      'settledOrders',
      'supervision',
      'offlineOrder',
      'commissionInvoice',
      'commissionRebate',
    ] as const) {
      const [one, other] = await Promise.all(worlds.map(({ platform }) => records(platform, kind)))
      expect(one).toEqual(other)
    }
  })

  it('has about 160 providers of four marketplaces', async () => {
    const providers = await records(first(), 'provider')
    expect(providers.length).toBeGreaterThan(150)
    expect(providers.length).toBeLessThan(170)
    expect(new Set(providers.map(({ marketplace }) => marketplace)).size).toBe(4)
  })

  it('has 60 applications in the queue, in every state a person can meet', async () => {
    const applications = await records(first(), 'application')
    const statuses = Map.groupBy(applications, ({ status }) => status)
    expect([...statuses.keys()].sort()).toEqual([
      'changes_requested',
      'contract_pending',
      'deposit_pending',
      'in_review',
      'open',
      'rejected',
      'submitted',
      'withdrawn',
    ])
    expect(applications.length - (statuses.get('open')?.length ?? 0)).toBe(60)
  })

  it('has 40 listing versions, complete ones and ones that break a rule', async () => {
    const versions = await records(first(), 'listingVersion')
    expect(versions.length).toBe(40)
    const musts = versions.map(
      ({ findings }) =>
        (findings as { severity: string }[]).filter(({ severity }) => severity === 'must').length,
    )
    expect(musts.filter((count) => count === 0).length).toBeGreaterThan(10)
    expect(musts.filter((count) => count > 0).length).toBeGreaterThan(8)
  })

  it('has deposits in every state finance can meet, one for each category of Alibaba', async () => {
    const { policies } = first()
    const deposits = (await records(first(), 'depositObligation')).map((record) =>
      depositObligationSchema.parse(record),
    )
    const states = new Set(deposits.map((each) => depositOnDay(policies, each, '2026-03-04').status))
    expect([...DEPOSIT_STATUSES].filter((status) => !states.has(status))).toEqual([])
    expect(deposits.filter(({ marketplace }) => marketplace === 'aliyun')).toSatisfy(
      (ofAlibaba: readonly DepositObligation[]) =>
        ofAlibaba.length > 25 && ofAlibaba.every(({ category }) => category !== null),
    )
    const waiting = (await records(first(), 'listingVersion')).filter(({ status }) => status === 'approved')
    const owing = new Set(
      deposits
        .filter((each) => !depositOnDay(policies, each, '2026-03-04').settled)
        .map(({ providerId }) => providerId),
    )
    expect(waiting.some(({ providerId }) => owing.has(String(providerId)))).toBe(true)
  })

  it('has an account and two statements of each marketplace, proven, with 30 to 80 lines last month, and one that paid payouts', async () => {
    const statements = (await records(first(), 'bankStatement')).map((each) =>
      bankStatementSchema.parse(each),
    )
    expect(await records(first(), 'bankAccount')).toHaveLength(4)
    expect(statements).toHaveLength(9)
    expect(new Set(statements.map(({ proof }) => proof))).toEqual(new Set(['proven']))
    const recent = statements.filter(({ period }) => period?.from.startsWith('2026-02'))
    expect(recent).toHaveLength(4)
    for (const { lines } of recent) expect(lines >= 30 && lines <= 80).toBe(true)
  })

  it('has batches of payouts that were made, written, sent, answered and settled', async () => {
    const batches = (await records(first(), 'payoutBatch')).map((each) => payoutBatchSchema.parse(each))
    expect(batches.map(payoutBatchStatus).toSorted()).toEqual([
      'draft',
      'exported',
      'part',
      'sent',
      'settled',
    ])
    for (const batch of batches.filter(({ file }) => file !== null)) {
      expect(hashOfBytes(Buffer.from(writePain001(batchOrder(batch))))).toBe(batch.file?.hash)
    }
  })

  it('balances: what live matches bring to a deposit is what its ledger says', async () => {
    const lines = await demoLines()
    const sums = new Map<string, number>()
    for (const line of lines) {
      for (const { target, amount } of liveAllocation(line)?.parts ?? []) {
        if (target.kind !== 'deposit' && target.kind !== 'refund') continue
        const effect = target.kind === 'deposit' ? amount : -amount
        sums.set(target.obligationId, (sums.get(target.obligationId) ?? 0) + effect)
      }
    }
    const deposits = (await records(first(), 'depositObligation')).map((each) =>
      depositObligationSchema.parse(each),
    )
    const deducted = (each: DepositObligation) =>
      each.entries.reduce(
        (sum, { kind, amount }) => (/^(deduction|recharge)/.test(kind) ? sum + amount : sum),
        0,
      )
    expect(deposits.map((each) => [each.id, depositBalance(each)])).toEqual(
      deposits.map((each) => [each.id, (sums.get(each.id) ?? 0) + deducted(each)]),
    )
    expect(sums.size).toBeGreaterThan(40)
    expect(deposits.some((each) => overpaid(each) > 0)).toBe(true)
    expect(deposits.flatMap(liveReceipts).length).toBeGreaterThan(8)
  })

  it('has violations of every kind: to be ruled on, upheld with a deduction, appealed, lifted', async () => {
    const violations = (await records(first(), 'violation')).map((each) => violationSchema.parse(each))
    const statuses = violations.map(violationStatus).sort()
    expect(statuses).toEqual(['appealed', 'lifted', 'recorded', 'recorded', 'upheld'])
    const deposits = (await records(first(), 'depositObligation')).map((each) =>
      depositObligationSchema.parse(each),
    )
    expect(deposits.flatMap((each) => topUpsDue(each).topUps)).toMatchObject([{ amount: 100_000 }])
  })

  it('has told providers of its verdicts; some notices bounced, failed, were told by a person or wait to be', async () => {
    const notices = (await records(first(), 'notice')).map((each) => noticeSchema.parse(each))
    const found = new Set<string>(notices.flatMap((each) => [noticeStatus(each), each.occasion]))
    const known = ['sent', 'bounced', 'failed', 'unclear', 'told', 'cancelled', 'statement-ready']
    expect(known.filter((each) => !found.has(each))).toEqual([])
  })

  it('has contacts in every state, one of them with an answer that is late, and a note', async () => {
    const contacts = (await records(first(), 'contact')).map((each) => contactSchema.parse(each))
    expect(new Set(contacts.map(contactStatus))).toEqual(new Set(CONTACT_STATUSES))
    expect(contacts.some(({ callerName }) => callerName === null)).toBe(true)
    const days = contacts.flatMap((each) => waitsFor(each)?.dueOn ?? [])
    expect(days.some((day) => day < shanghaiDate(new Date(first().clock()).toISOString()))).toBe(true)
  })

  it('has recharges that are confirmed, refused, and wait for the second person', async () => {
    const recharges = (await records(first(), 'recharge')).map((each) => rechargeSchema.parse(each))
    expect(recharges.map(rechargeStatus).sort()).toEqual(['confirmed', 'recorded', 'refused'])
  })

  it('has lines of every kind and some that wait for a person', async () => {
    const lines = (await demoLines()).filter(({ marketplace }) => marketplace === 'kubesphere')
    const kinds = new Set(
      lines.flatMap((line) =>
        (liveAllocation(line)?.parts ?? []).map(({ target }) =>
          target.kind === 'other' ? target.what : target.kind,
        ),
      ),
    )
    expect([...kinds].sort()).toEqual(
      ['charge', 'deposit', 'interest', 'refund', 'return', 'sales', 'settlement', 'transfer'].sort(),
    )
    expect(lines.filter((line) => lineStatus(line) === 'open').length).toBeGreaterThanOrEqual(6)
    expect(lines.filter((line) => lineStatus(line) === 'taken-back')).toHaveLength(2)
  })

  it('knows who pays in the sample statement of ICBC: what is certain of it closes deposits at once', async () => {
    const { platform } = worlds[1] as (typeof worlds)[number]
    const reading = await readStatement(await readFile(ICBC), {
      mappings: [],
      decodeWorkbook: async () => null,
    })
    const section = reading.kind === 'read' ? reading.statement.sections[0] : undefined
    if (section === undefined) throw new Error('no section')
    const { directions } = proveSection(section)
    const owed = (await records(platform, 'depositObligation'))
      .map((record) => depositObligationSchema.parse(record))
      .filter((each) => each.marketplace === 'kubesphere' && each.amount !== null)
    const pack = platform.policies.packs.find(({ marketplace }) => marketplace === 'kubesphere')
    const found = matchLines(
      section.lines.map((line, at) => ({
        ...line,
        isDirectionProven: directions[at] ?? false,
        payer: line.counterpartyName,
        payerAccount: line.counterpartyAccount,
      })),
      owed.map((each) => ({
        kind: 'deposit' as const,
        id: each.id,
        counterparty: each.providerName,
        due: Math.max(0, (each.amount ?? 0) - depositBalance(each)),
        accounts: [],
      })),
      matchSettings(pack?.deposit ?? null),
    )
    const lines = section.lines.map((line) => ({ ...line, id: newUlid() }))
    const matches = found.flatMap(({ decision, candidates: [only] }, at) => {
      const line = lines[at]
      if (decision !== 'auto' || only === undefined || line === undefined) return []
      return [
        {
          lineId: line.id,
          part: { ...toDeposit(only, line.amount), reasons: [...only.reasons] },
        },
      ]
    })
    const paying = matches.map(({ part }) => owed.find(({ id }) => id === targetOf(part))?.providerName)
    expect(paying).toContain('示例软件（北京）有限公司')
    expect(found.filter(({ decision }) => decision !== 'none').length).toBeGreaterThanOrEqual(12)
    const account = await platform.store.named('bankAccount', 'kubesphere', section.account ?? '')
    const finance = DEMO_ACCOUNTS.find(({ id }) => id === 'op-liufang')
    if (account === null || finance === undefined) throw new Error('no account')
    const said = importing(lines, { account: section.account }, { matches, accepted: ['not-continuous'] })
    const given = command('bank.import-statement', account, said)
    const outcome = await executeCommand(platform, { ...finance, roles: [...finance.roles] }, given)
    expect(outcome).toMatchObject({ kind: 'applied' })
    for (const { part } of matches) {
      const deposit = await platform.store.get('depositObligation', targetOf(part))
      expect(deposit === null ? 0 : depositBalance(deposit)).toBe(500_000)
    }
  })

  it('is left alone where there already is somebody', async () => {
    const before = (await first().store.head()).position
    await seedDemo(first())
    expect((await first().store.head()).position).toBe(before)
  })
})
