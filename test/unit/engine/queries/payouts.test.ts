import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPayeeAccountCase } from '#main/engine/queries/payouts/account-case.ts'
import { listPayeeAccounts } from '#main/engine/queries/payouts/list-accounts.ts'
import { listPayouts, payoutsWaiting } from '#main/engine/queries/payouts/list-payouts.ts'
import { listPayableProviders, previewPayout } from '#main/engine/queries/payouts/payable-providers.ts'
import { readPayable, readPayoutCase } from '#main/engine/queries/payouts/payout-case.ts'
import { readApprovalSheet } from '#main/engine/queries/payouts/read-approval-sheet.ts'
import { payeeAccountFilterSchema } from '#shared/contracts/console-engine/payee-accounts.ts'
import { type PayoutFilter, payoutFilterSchema } from '#shared/contracts/console-engine/payouts.ts'
import { PAYOUT_CHECK_WORDS } from '#shared/words/payout-checks.ts'
import {
  approvedAccount,
  samplePayout,
  sampleProviderAccount,
} from '#test/integration/platform/sample-payouts.ts'
import { newUlid, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'
import { pdfText } from '../exports/pdf-text.ts'
import { ACCOUNT, AUDIT_HASH, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const provider = sampleProvider()
const other = sampleProvider({ id: 'provider-2', name: '上海别家有限公司' })
const account = approvedAccount()
const shared = approvedAccount({ providerId: other.id, providerName: other.name })
const october = sampleSettlement({ status: 'committed' })
const september = sampleSettlement({ status: 'committed', month: '2026-09' })
const payout = samplePayout({
  status: 'verified',
  amount: 9_000,
  months: [{ month: '2026-10', statementId: october.id, net: 9_000 }],
  verified: { at: '2026-11-20T03:00:00.000Z', by: 'liu', byName: 'liu', reason: '' },
})
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance-approver'] })
  desk.put('provider', [provider, other])
  desk.put('providerAccount', [account, shared])
  desk.put('settlementStatement', [october, september])
  desk.put('payoutRequest', [payout])
  desk.index()
})
afterAll(() => desk.close())

const window = { after: null, limit: 50 } as const

describe('a request to be paid', () => {
  it('is shown with its checks, the smallest change of each that fails, and what to look at twice', () => {
    const opened = readPayoutCase(desk.desk(), payout.id)
    const minimum = opened.checks.find(({ check }) => check === 'minimum')
    expect(minimum).toMatchObject({ result: 'fail', remedyText: { zh: '再入账 ¥9,910.00' } })
    expect(opened.account?.id).toBe(account.id)
    expect(opened.doubts.map(({ doubt }) => doubt)).toContain('account-shared')
    expect(opened.allowed).toEqual(['payout.approve', 'payout.reject', 'payout.send-back'])
  })

  it('leaves as 付款审批单 with maker and checkers, evidence, each check, and the head of the audit log', async () => {
    const file = await readApprovalSheet(desk.desk(), { id: payout.id, language: 'zh' })
    expect(file.mediaType).toBe('application/pdf')
    const said = await pdfText(Buffer.from(file.base64, 'base64'))
    const written = (text: string) => text.replaceAll(/\s/g, '')
    for (const part of ['付款审批单', '经办', '复核尚未办理', account.accountNumber, account.evidence]) {
      expect(said).toContain(written(part))
    }
    expect(said).toContain(`审计链1024·${AUDIT_HASH}`)
    expect(said).toContain('人民币玖拾元整')
    for (const { check } of readPayoutCase(desk.desk(), payout.id).checks) {
      expect(said).toContain(written(PAYOUT_CHECK_WORDS[check].zh))
    }
  })

  it('is found by state, and waits for whoever had no hand in it with one total', () => {
    const sort = { column: 'requestedOn', descending: true } as const
    const filter = payoutFilterSchema.parse({ statuses: ['verified'] })
    expect(listPayouts(desk.desk(), { filter, sort, ...window }).rows.map(({ id }) => id)).toEqual([
      payout.id,
    ])
    expect(payoutsWaiting(desk.desk())).toMatchObject({ count: 1, total: 9_000, accounts: 0 })
  })

  it('is among what waits for me only where I had no hand in it, in the list as in the total', () => {
    const { id: by, name: byName } = ACCOUNT
    const approvals = [{ at: '2026-11-21T03:00:00.000Z', by, byName }]
    desk.put('payoutRequest', [samplePayout({ providerId: other.id, status: 'approved_once', approvals })])
    const listed = (asked: Partial<PayoutFilter>) => {
      const sort = { column: 'requestedOn', descending: true } as const
      return listPayouts(desk.desk(), { filter: payoutFilterSchema.parse(asked), sort, ...window }).rows
    }
    expect(listed({ statuses: ['verified', 'approved_once'] })).toHaveLength(2)
    expect(listed({ forMe: true }).map(({ id }) => id)).toEqual([payout.id])
    expect(payoutsWaiting(desk.desk())).toMatchObject({ count: 1, total: 9_000, accounts: 0 })
  })

  it('takes its months from those that may be asked for', () => {
    const { months } = readPayable(desk.desk(), provider.id)
    expect(months).toEqual([{ month: '2026-09', statementId: september.id, net: september.totals.net }])
  })
})

describe('a request that is not made yet', () => {
  it('is offered only for providers with months that nothing pays', () => {
    expect(listPayableProviders(desk.desk())).toEqual([
      expect.objectContaining({ id: provider.id, months: 1, net: september.totals.net }),
    ])
  })

  it('is shown with its checks, what keeps it from being made, and how many would approve it', () => {
    const preview = previewPayout(desk.desk(), { providerId: provider.id, months: ['2026-09'] })
    expect(preview?.checks.map(({ check }) => check)).toContain('minimum')
    expect(preview?.approvers).toBe(1)
    expect(previewPayout(desk.desk(), { providerId: provider.id, months: ['2026-10'] })).toBeNull()
  })
})

describe('the account of a provider', () => {
  const NO_FILTER = payeeAccountFilterSchema.parse({})

  it('waits for who approves it, in the list as in the total, unless they proposed it', () => {
    const proposedBy = (by: string) =>
      sampleProviderAccount({
        accountNumber: `62${newUlid().slice(-12)}`,
        proposed: { at: '2026-11-20T02:00:00.000Z', by, byName: by },
      })
    const [own, waits] = [proposedBy(ACCOUNT.id), proposedBy('liu')]
    desk.put('providerAccount', [own, waits])
    const sort = { column: 'name', descending: false } as const
    const { rows } = listPayeeAccounts(desk.desk(), {
      ...{ filter: { ...NO_FILTER, forMe: true }, sort },
      ...window,
    })
    expect(rows.map(({ id }) => id)).toEqual([waits.id])
    expect(payoutsWaiting(desk.desk()).accounts).toBe(1)
  })

  it('says from when it is paid to, and who else has it', () => {
    expect(readPayeeAccountCase(desk.desk(), account.id)).toMatchObject({
      ...{ status: 'approved', freeFrom: '2026-10-24', sharedWith: [other.name] },
    })
    const sort = { column: 'name', descending: false } as const
    const filter = { ...NO_FILTER, text: account.accountNumber.slice(0, 6) }
    expect(listPayeeAccounts(desk.desk(), { filter, sort, ...window }).rows).toHaveLength(2)
  })
})
