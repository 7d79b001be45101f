import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import { type BankDesk, command, startBankDesk } from './bank-desk.ts'
import { PASSWORD } from './platform-under-test.ts'
import { newUlid } from './sample-records.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

const POSTED = { at: '2026-11-20T02:00:00.000Z', by: 'zhou', byName: 'zhou' }
const PAYEE = {
  ...{ route: 'elsewhere' as const, name: '云栈', account: '44050100000000002', bank: '建设银行' },
  ...{ evidence: '盖章的账户信息', attachments: [] },
}

/** A deposit of a provider that left long ago, whose refund zhou asked for. */
function asked() {
  return desk.obligation({
    facts: {
      ...{ categories: ['extension'], joinedOn: '2024-01-01', firstListedOn: '2024-02-01', staff: 50 },
      ...{ freeOrOpenSource: false, openSource: false, paidProductOn: null, lastDelistedOn: '2025-06-01' },
      ...{ stillListed: 0, hasViolation: false, cooperationEndedOn: '2025-06-01' },
    },
    entries: [
      { kind: 'match', amount: 300_000, line: newUlid(), note: '', ...POSTED },
      { kind: 'refund-request', amount: 0, wanted: 300_000, reason: '退出市场', payee: PAYEE, ...POSTED },
    ],
  })
}

it('a refund is approved by another person than who asked for it, whatever accounts she has', async () => {
  const { under, both, approver } = desk
  await createOperator(under.platform, {
    ...{ id: 'zhou2', name: 'zhou2', password: PASSWORD, email: 'Zhou+2@example.cn' },
    roles: ['finance-approver'],
  })
  const session = { email: 'Zhou+2@example.cn', password: PASSWORD, device: 'test' }
  const alias = under.client((await under.client().signIn(session)).accessToken)
  const deposit = await asked()
  const approve = command('deposit.approve-refund', deposit, { amount: 300_000 })
  for (const own of [both, alias]) {
    expect(await own.command({ ...approve, id: newUlid() })).toMatchObject({
      code: 'same-person',
      detail: 'zhou',
    })
  }
  expect(await approver.command(approve)).toMatchObject({ kind: 'applied' })
  expect(refundProgress(await desk.got('depositObligation', deposit)).approved).toBe(300_000)
})
