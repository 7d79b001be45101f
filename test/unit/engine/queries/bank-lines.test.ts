import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listBankAccounts } from '#main/engine/queries/bank/bank-accounts.ts'
import { listLines, totalLines } from '#main/engine/queries/bank/list-lines.ts'
import {
  accountRowSchema,
  type LineFilter,
  linePageSchema,
  lineTotalsSchema,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { newUlid, sampleAccount, sampleObligation } from '#test/integration/platform/sample-records.ts'
import {
  decideMatch,
  financeDesk,
  lineFilterOf,
  matched,
  OURS,
  ourLine,
  ourPayment,
  putArriving,
  toDeposit,
} from './bank-desk.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const BY_DAY = { column: 'chronology', descending: false } as const
const cloud = sampleObligation()
const open = ourLine({ bookedOn: '2026-11-02' })
const paid = matched(
  ourLine({ bookedOn: '2026-11-03', counterpartyName: '100%云', amount: 700_000 }),
  toDeposit(cloud.id, 500_000),
  { target: { kind: 'other', what: 'sales' }, amount: 200_000, reasons: [] },
)
const charge = ourPayment({ bookedOn: '2026-11-04', amount: 1_050, summary: '手续费', counterpartyName: '' })
const other = sampleAccount({ number: '11001234', marketplace: 'aliyun' })
const elsewhere = ourLine({ bookedOn: '2026-11-05', accountId: other.id, marketplace: 'aliyun' })
const undone = {
  ...ourLine({ bookedOn: '2026-11-06', counterpartyAccount: '622200001111' }),
  takenBackBy: newUlid(),
}
const arriving = ourLine({ bookedOn: '2026-11-07', counterpartyName: '到达科技有限公司' })
const MADE = [open, paid, charge, elsewhere, undone, arriving]

let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk()
  desk.put('bankAccount', [other])
  desk.put('depositObligation', [cloud])
  desk.put('bankLine', [open, paid, charge, elsewhere, undone])
  desk.index()
  putArriving(desk, [arriving])
})
afterEach(() => desk.close())

const list = (filter: Partial<LineFilter> = {}, sort: Parameters<typeof listLines>[1]['sort'] = BY_DAY) => {
  const page = listLines(desk.desk(), { filter: lineFilterOf(filter), sort, after: null, limit: 200 })
  return linePageSchema.parse(page).rows
}
const ids = (filter: Partial<LineFilter>) => list(filter).map(({ id }) => id)

describe('the lines of the workbench', () => {
  it('are those that are confirmed and those of imports on their way, as they were booked', () => {
    expect(ids({})).toEqual(MADE.map(({ id }) => id))
  })

  it('say what they are', () => {
    const [first, second] = list({})
    expect(first).toMatchObject({
      status: 'open',
      said: '转账 · 保证金 · 北京云栈科技有限公司-KubeSphere Marketplace 保证金',
      parts: [],
      suggestion: { title: '北京云栈科技有限公司', count: 1 },
      pending: null,
    })
    expect(second).toMatchObject({ status: 'matched', automatic: false, suggestion: null })
    expect(second?.parts.map(({ providerName, amount }) => [providerName, amount])).toEqual([
      ['北京云栈科技有限公司', 500_000],
      [null, 200_000],
    ])
  })

  it('suggest the line that a reversal takes back by what it says, where the bank names nobody', () => {
    const nameless = { counterpartyName: '', counterpartyAccount: '', purpose: '', remark: '' }
    const fee = ourPayment({ ...nameless, bookedOn: '2026-11-08', amount: 1_500, summary: '手续费' })
    const reversal = ourLine({
      ...nameless,
      bookedOn: '2026-11-08',
      amount: 1_500,
      side: 'debit',
      isReversal: true,
      summary: '冲正',
    })
    desk.put('bankLine', [fee, reversal])
    const row = list({ directions: ['in'], from: '2026-11-08' }).find(({ id }) => id === reversal.id)
    expect(row?.suggestion?.title).toBe('手续费')
  })

  it.each<[string, Partial<LineFilter>, readonly { id: string }[]]>([
    ['account', { accounts: [other.id] }, [elsewhere]],
    ['both accounts', { accounts: [OURS.id, other.id] }, MADE],
    ['state', { statuses: ['matched', 'taken-back'] }, [paid, undone]],
    ['direction', { directions: ['out'] }, [charge]],
    ['kind of a part', { kinds: ['sales'] }, [paid]],
    ['one of several kinds', { kinds: ['interest', 'deposit'] }, [paid]],
    ['days, both counted', { from: '2026-11-03', to: '2026-11-04' }, [paid, charge]],
    ['a part of the name', { text: '到达' }, [arriving]],
    ['what was said', { text: '手续费' }, [charge]],
    ['a part of the account', { text: '00001111' }, [undone]],
    ['a sign that means something in SQL', { text: '0%云' }, [paid]],
    ['a single such sign', { text: '_' }, []],
    ['an amount', { text: '7000' }, [paid]],
    ['an amount as it is printed', { text: '7,000.00' }, [paid]],
    ['an amount that went out', { text: '10.50' }, [charge]],
    ['all of it together', { text: '云', statuses: ['open'], accounts: [OURS.id], to: '2026-11-06' }, [open]],
  ])('are filtered by %s', (_what, filter, wanted) => {
    expect(ids(filter)).toEqual(wanted.map(({ id }) => id))
  })

  it('are sorted by amount, both ways', () => {
    const amounts = list({}, { column: 'amount', descending: true }).map(({ amount }) => amount)
    expect(amounts).toEqual([700_000, 500_000, 500_000, 500_000, 500_000, 1_050])
    expect(list({}, { column: 'amount', descending: false })[0]?.id).toBe(charge.id)
  })

  it.each([1, 2, 3, 7])('in windows of %i stand each once, in the same order', (limit) => {
    decideMatch(desk, open, toDeposit(cloud.id))
    decideMatch(desk, arriving, toDeposit(cloud.id))
    for (const column of ['chronology', 'amount'] as const) {
      const sort = { column, descending: column === 'amount' }
      const paged: string[] = []
      let after: string | null = null
      do {
        const page: ReturnType<typeof listLines> = listLines(desk.desk(), {
          ...{ filter: lineFilterOf(), sort, after, limit },
        })
        expect(page.total).toBe(MADE.length)
        paged.push(...page.rows.map(({ id }) => id))
        after = page.next
      } while (after !== null)
      expect(paged).toEqual(list({}, sort).map(({ id }) => id))
    }
  })

  it('show a decision that waits at once, on confirmed lines and on those on their way', () => {
    for (const line of [open, arriving]) {
      decideMatch(desk, line, toDeposit(cloud.id))
      const [row] = list({}).filter(({ id }) => id === line.id)
      expect(row).toMatchObject({ status: 'matched', version: 2, pending: { type: 'deposit.match' } })
    }
    expect(ids({ statuses: ['open'] })).toEqual([charge.id, elsewhere.id])
  })
})

describe('the totals of the workbench', () => {
  const totals = (filter: Partial<LineFilter> = {}) =>
    lineTotalsSchema.parse(totalLines(desk.desk(), lineFilterOf(filter)))

  it('count every state, and sum the money that goes in and out', () => {
    expect(totals()).toEqual({ open: 4, matched: 1, takenBack: 1, in: 2_700_000, out: 1_050, exact: 1 })
    expect(totals({ accounts: [other.id] })).toEqual({
      ...{ open: 1, matched: 0, takenBack: 0, in: 500_000, out: 0, exact: 0 },
    })
  })

  it('count all states whichever are shown, and sum what is shown', () => {
    expect(totals({ statuses: ['matched'] })).toEqual({
      ...{ open: 4, matched: 1, takenBack: 1, in: 700_000, out: 0, exact: 1 },
    })
  })

  it('follow decisions that wait, and their undoing', () => {
    const before = totals()
    const { id } = decideMatch(desk, open, toDeposit(cloud.id))
    decideMatch(desk, arriving, toDeposit(cloud.id))
    expect(totals()).toEqual({ ...before, open: 2, matched: 3, exact: 0 })
    desk.desk().workspace.outbox.undo(id)
    // Its deposit was paid by the other one.
    expect(totals()).toEqual({ ...before, open: 3, matched: 2, exact: 0 })
  })
})

describe('our own accounts', () => {
  it('stand by marketplace and number, with the lines that wait for a person', () => {
    const rows = listBankAccounts(desk.desk()).map((row) => accountRowSchema.parse(row))
    expect(rows.map(({ number, openLines }) => [number, openLines])).toEqual([
      ['11001234', 1],
      [OURS.number, 3],
    ])
    decideMatch(desk, open, toDeposit(cloud.id))
    expect(listBankAccounts(desk.desk())[1]?.openLines).toBe(2)
  })
})
