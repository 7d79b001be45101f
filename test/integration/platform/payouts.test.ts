import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { PLATFORM_ACTOR } from '#platform/commands/ruling.ts'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { accountInForce } from '#shared/contracts/console-platform/records/provider-account.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import {
  inBatch,
  outOfBatch,
  paid,
  paymentFailed,
  withInvoices,
} from '#shared/contracts/console-platform/transitions/payout-steps.ts'
import { PASSWORD, type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { approvedAccount } from './sample-payouts.ts'
import { newUlid, sampleProvider } from './sample-records.ts'
import { sampleSettlement } from './sample-settlement.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let finance: Client
let both: Client
let approver: Client
let second: Client
/** A second account of `wang`, and one of `liu` by the staff number. */
let alias: Client
let sameNumber: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, roles: Role[], more: { email?: string; staffNumber?: string } = {}) => {
    const email = more.email ?? `${id}@example.cn`
    await createOperator(under.platform, {
      id,
      name: id,
      password: PASSWORD,
      roles,
      since: '2026-01-01',
      ...more,
      email,
    })
    const { accessToken } = await under.client().signIn({ email, password: PASSWORD, device: 'test' })
    return under.client(accessToken)
  }
  finance = await signIn('liu', ['finance'], { staffNumber: 'E17' })
  both = await signIn('sun', ['finance', 'finance-approver'])
  approver = await signIn('wang', ['finance-approver'])
  second = await signIn('chen', ['finance-approver'])
  alias = await signIn('wang2', ['finance-approver'], { email: 'Wang+2@example.cn' })
  sameNumber = await signIn('liu2', ['finance-approver'], { staffNumber: 'E17' })
})
afterAll(() => under.close())

const store = () => under.platform.store
async function give<T extends CommandType>(by: Client, type: T, recordId: string, said: CommandArguments<T>) {
  const kind = type.startsWith('payout')
    ? 'payoutRequest'
    : type.startsWith('provider')
      ? 'providerAccount'
      : 'settlementStatement'
  const expectedVersion = (await store().get(kind, recordId))?.version ?? 0
  return by.command({ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said })
}
const APPLIED = { kind: 'applied' }
const refused = (code: string, detail?: string) =>
  detail === undefined ? { kind: 'rejected', code } : { kind: 'rejected', code, detail }

/** A provider with an approved account and October committed with so much to be paid. */
async function earning(net = 1_200_000, change: Partial<Provider> = {}, marketplace = 'kubesphere') {
  const provider = sampleProvider({ id: `earns-${newUlid()}`, marketplace, ...change })
  const of = { marketplace, providerId: provider.id, providerName: provider.name }
  const account = approvedAccount({ ...of, accountNumber: `62${newUlid().slice(-12)}` })
  const statement = october(of, net)
  await store().write(async (tx) => {
    await tx.put('provider', provider)
    await tx.put('providerAccount', account)
    await tx.put('settlementStatement', statement)
  })
  return { provider, account, statement }
}
function october(of: Pick<PayoutRequest, 'marketplace' | 'providerId' | 'providerName'>, net: number) {
  const sample = sampleSettlement({ ...of, status: 'committed' })
  return { ...sample, totals: { ...sample.totals, net } }
}
async function asked(provider: Provider, by = finance, months = ['2026-10']) {
  const id = newUlid()
  const outcome = await give(by, 'payout.request', id, { providerId: provider.id, months, reason: '' })
  return { id, outcome }
}
async function payoutOf(id: string): Promise<PayoutRequest> {
  const found = await store().get('payoutRequest', id)
  if (found === null) throw new Error(`no request ${id}`)
  return found
}
/** What befalls a request elsewhere, written as it is there. */
async function change(id: string, step: (request: PayoutRequest) => PayoutRequest | null) {
  const after = step(await payoutOf(id))
  if (after === null) throw new Error('its state does not allow it')
  await store().write((tx) => tx.put('payoutRequest', after))
  return after
}
const AT = '2026-11-20T02:00:00.000Z'
const invoiced = (id: string, gross = 1_200_000) =>
  change(id, (request) =>
    withInvoices(request, [{ id: newUlid(), number: '26112000000000000009', gross }], PLATFORM_ACTOR, AT),
  )
/** A request that liu made and verified, with its invoice. */
async function verified(net = 1_200_000, of: Partial<Provider> = {}) {
  const { provider, account, statement } = await earning(net, of)
  const { id, outcome } = await asked(provider)
  expect(outcome).toMatchObject(APPLIED)
  await invoiced(id, net)
  expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(APPLIED)
  return { id, provider, account, statement }
}
const approve = async (by: Client, id: string) =>
  give(by, 'payout.approve', id, { amount: (await payoutOf(id)).amount })

describe('a request to be paid', () => {
  it('is of committed months, whose nets it sums, and waits for its invoice', async () => {
    const { provider, statement } = await earning()
    const { id, outcome } = await asked(provider)
    expect(outcome).toMatchObject({ ...APPLIED, version: 1 })
    expect(await payoutOf(id)).toMatchObject({
      ...{ status: 'invoice_pending', amount: 1_200_000, approvers: 1 },
      months: [{ month: '2026-10', statementId: statement.id, net: 1_200_000 }],
    })
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(refused('wrong-state'))
    await invoiced(id, 1_199_999)
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(
      refused('payout-check-failed', 'invoice'),
    )
  })

  it('pays each statement once, however often it is asked for', async () => {
    const { provider, statement } = await earning()
    const first = await asked(provider)
    const again = await asked(provider)
    expect(again.outcome).toMatchObject(refused('month-not-payable'))
    expect(await give(second, 'settlement.void', statement.id, { reason: '订单归属有误' })).toMatchObject(
      refused('payout-rests', first.id),
    )
    expect(await give(finance, 'payout.cancel', first.id, { reason: '服务商撤回' })).toMatchObject(APPLIED)
    expect((await asked(provider)).outcome).toMatchObject(APPLIED)
  })

  it.each([
    ['below the minimum', 999_999, {}, 'minimum'],
    ['of a provider that is paused', 1_200_000, { payoutsPaused: true }, 'provider-paused'],
  ] as const)('%s is not made', async (_, net, of, check) => {
    const { provider } = await earning(net, of)
    expect((await asked(provider)).outcome).toMatchObject(refused('payout-check-failed', check))
  })

  it('for what is left of a provider that leaves is an exception with a reason, and two people', async () => {
    const { provider } = await earning(300_000, { status: 'leaving' })
    expect((await asked(provider)).outcome).toMatchObject(refused('reason-missing', 'minimum'))
    const id = newUlid()
    const reason = '合作终止，尾款一次付清'
    const said = { providerId: provider.id, months: ['2026-10'], reason }
    expect(await give(finance, 'payout.request', id, said)).toMatchObject(APPLIED)
    await invoiced(id, 300_000)
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(refused('reason-missing'))
    expect(await give(finance, 'payout.verify', id, { reason })).toMatchObject(APPLIED)
    expect(await approve(approver, id)).toMatchObject(APPLIED)
  })

  it('where no source states a rule is verified by a person who says why', async () => {
    const { provider } = await earning(100, {}, 'ksyun')
    const { id, outcome } = await asked(provider)
    expect(outcome).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({ status: 'requested' })
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(
      refused('reason-missing', 'no-rule'),
    )
    expect(await give(finance, 'payout.verify', id, { reason: '合同约定按月付款' })).toMatchObject(APPLIED)
  })

  it('is not asked for before the window opens', async () => {
    const { provider } = await earning()
    under.time.now = Date.parse('2026-11-13T15:59:00.000Z')
    expect((await asked(provider)).outcome).toMatchObject(refused('payout-check-failed', 'window'))
    under.time.now = Date.parse('2026-11-13T16:00:00.000Z')
    expect((await asked(provider)).outcome).toMatchObject(APPLIED)
    under.time.now = Date.parse(AT)
  })
})

describe('the approval of a request', () => {
  it("is another person's than who asked and verified, whatever accounts she has", async () => {
    const { id, provider } = await verified()
    expect(await approve(finance, id)).toMatchObject({ kind: 'not-allowed' })
    expect(await approve(sameNumber, id)).toMatchObject(refused('same-person', 'liu'))
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({ status: 'approved', approvals: [{ by: 'wang' }] })
    const own = await earning()
    const { id: ownId } = await asked(own.provider, both)
    await invoiced(ownId)
    expect(await give(finance, 'payout.verify', ownId, { reason: '' })).toMatchObject(APPLIED)
    expect(await approve(both, ownId)).toMatchObject(refused('same-person'))
    expect(provider.id).not.toBe(own.provider.id)
  })

  it('above the threshold takes two, who are not one person with two mailboxes', async () => {
    const { id } = await verified(5_000_001)
    expect(await payoutOf(id)).toMatchObject({ approvers: 2 })
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({ status: 'approved_once' })
    expect(await approve(approver, id)).toMatchObject(refused('same-person'))
    expect(await approve(alias, id)).toMatchObject(refused('same-person', 'wang'))
    expect(await approve(second, id)).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({
      status: 'approved',
      approvals: [{ by: 'wang' }, { by: 'chen' }],
    })
    const { id: exactly } = await verified(5_000_000)
    expect(await approve(approver, exactly)).toMatchObject(APPLIED)
    expect(await payoutOf(exactly)).toMatchObject({ status: 'approved' })
  })

  it('is refused when anything changed since it was shown', async () => {
    const { id, provider } = await verified()
    const before = await payoutOf(id)
    const seen = await shownDigest(before)
    await store().write((tx) => tx.put('provider', { ...provider, version: 2, name: '改名后的公司' }))
    const outcome = await under.client(await under.signIn('wang')).command({
      ...{ id: newUlid(), type: 'payout.approve', recordId: id, expectedVersion: before.version },
      ...{ seenDigest: seen, arguments: { amount: before.amount } },
    })
    expect(outcome).toMatchObject(refused('seen-differs'))
  })

  it('is refused while the account is held, or another took its place', async () => {
    const { id, provider, account } = await verified()
    const held = { since: '2026-11-19T02:00:00.000Z', why: 'provider-changed' as const }
    await store().write((tx) => tx.put('providerAccount', { ...account, version: 3, held }))
    expect(await approve(approver, id)).toMatchObject(refused('payout-check-failed', 'account-hold'))
    const other = newUlid()
    const said = {
      ...{ providerId: provider.id, accountName: provider.name, accountNumber: `63${newUlid().slice(-12)}` },
      ...{ bankName: '招商银行北京分行', bankCode: '', evidence: '盖章的账户变更函' },
    }
    expect(await give(both, 'provider.propose-bank-account', other, said)).toMatchObject(APPLIED)
    expect(await give(both, 'provider.approve-bank-account', other, {})).toMatchObject(refused('same-person'))
    expect(await give(approver, 'provider.approve-bank-account', other, {})).toMatchObject(APPLIED)
    const accounts = await store().ofProvider('providerAccount', 'kubesphere', provider.id)
    expect(accountInForce(accounts)?.id).toBe(other)
    expect(await approve(approver, id)).toMatchObject(refused('payout-check-failed', 'account'))
  })

  it('is sent back to be verified anew, with the account that took the place of the other', async () => {
    const { id, account } = await verified()
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    const by = newUlid()
    const other = approvedAccount({ ...account, id: by, accountNumber: `63${newUlid().slice(-12)}` })
    await store().write(async (tx) => {
      await tx.put('providerAccount', { ...account, version: 3, replaced: { at: AT, by } })
      await tx.put('providerAccount', other)
    })
    expect(await give(approver, 'payout.send-back', id, { reason: '收款账户已更换' })).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({
      ...{ status: 'invoice_received', verified: null, account: null, approvals: [] },
    })
    expect((await payoutOf(id)).history.at(-1)).toMatchObject({
      ...{ action: 'payout.send-back', internalNote: '收款账户已更换' },
    })
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(APPLIED)
    expect(await payoutOf(id)).toMatchObject({ status: 'verified', account: { id: by } })
    expect(await approve(approver, id)).toMatchObject(APPLIED)
  })

  it('goes no further once an invoice is taken back, and begins anew after a failed payment', async () => {
    const { id } = await verified()
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    await change(id, (request) => withInvoices(request, [], PLATFORM_ACTOR, AT))
    expect(await payoutOf(id)).toMatchObject({ status: 'invoice_pending', verified: null, approvals: [] })
    await invoiced(id)
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(APPLIED)
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    const batch = { batchId: newUlid(), endToEndId: 'E2E-1' }
    await change(id, (request) => inBatch(request, batch, PLATFORM_ACTOR, AT))
    await change(id, (request) => outOfBatch(request, PLATFORM_ACTOR, AT))
    expect(await payoutOf(id)).toMatchObject({
      status: 'approved',
      batchId: null,
      approvals: [{ by: 'wang' }],
    })
    await change(id, (request) => inBatch(request, batch, PLATFORM_ACTOR, AT))
    expect(await give(second, 'payout.reject', id, { reason: '账户存疑' })).toMatchObject(
      refused('wrong-state'),
    )
    await change(id, (request) => paid(request, PLATFORM_ACTOR, AT))
    const failed = await change(id, (request) =>
      paymentFailed(request, { reason: '户名不符', lineId: null }, PLATFORM_ACTOR, AT),
    )
    expect(failed).toMatchObject({
      status: 'verified',
      approvals: [],
      batchId: null,
      failures: [{ ...batch }],
    })
    expect(paymentFailed(failed, { reason: '户名不符', lineId: null }, PLATFORM_ACTOR, AT)).toBeNull()
    expect(await approve(second, id)).toMatchObject(APPLIED)
  })

  it('whose payment failed is sent back before it is approved where its invoices changed in the batch', async () => {
    const { id } = await verified()
    expect(await approve(approver, id)).toMatchObject(APPLIED)
    await change(id, (request) =>
      inBatch(request, { batchId: newUlid(), endToEndId: 'E2E-2' }, PLATFORM_ACTOR, AT),
    )
    await change(id, (request) => withInvoices(request, request.invoices, PLATFORM_ACTOR, AT))
    await change(id, (request) =>
      paymentFailed(request, { reason: '户名不符', lineId: null }, PLATFORM_ACTOR, AT),
    )
    expect(await approve(second, id)).toMatchObject(refused('wrong-state'))
    expect(await give(finance, 'payout.send-back', id, { reason: '发票已换' })).toMatchObject(APPLIED)
    expect(await give(finance, 'payout.verify', id, { reason: '' })).toMatchObject(APPLIED)
    expect(await approve(second, id)).toMatchObject(APPLIED)
  })
})

describe("a provider's account", () => {
  it('is there once, unless it was refused', async () => {
    const { provider, account } = await earning()
    const { accountName, accountNumber, bankName, bankCode, evidence } = account
    const said = { providerId: provider.id, accountName, accountNumber, bankName, bankCode, evidence }
    const id = newUlid()
    expect(await give(finance, 'provider.propose-bank-account', id, said)).toMatchObject(
      refused('account-known'),
    )
    const other = { ...said, accountNumber: ` 64 ${newUlid().slice(-10)}` }
    expect(await give(finance, 'provider.propose-bank-account', id, other)).toMatchObject(APPLIED)
    const spaced = { ...other, accountNumber: other.accountNumber.replaceAll(' ', '') }
    expect(await give(finance, 'provider.propose-bank-account', newUlid(), spaced)).toMatchObject(
      refused('account-known'),
    )
    expect(await give(finance, 'provider.refuse-bank-account', id, { reason: '户名不符' })).toMatchObject(
      APPLIED,
    )
    expect(await give(finance, 'provider.propose-bank-account', newUlid(), spaced)).toMatchObject(APPLIED)
  })
})

async function shownDigest(record: PayoutRequest): Promise<string> {
  const onRecord = { platform: under.platform, transaction: store(), at: AT }
  return seenOnRecord(onRecord, 'payoutRequest', record)
}
