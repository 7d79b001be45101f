import { read, utils } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDepositCase } from '#main/engine/queries/deposits/deposit-case.ts'
import { exportDeposits } from '#main/engine/queries/deposits/export-deposits.ts'
import { listDeposits, totalDeposits } from '#main/engine/queries/deposits/list-deposits.ts'
import { readReceipt } from '#main/engine/queries/deposits/read-receipt.ts'
import {
  type DepositFilter,
  depositCaseSchema,
  depositPageSchema,
  depositTotalSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import {
  newUlid,
  PAID,
  sampleAccount,
  sampleLine,
  sampleObligation,
} from '#test/integration/platform/sample-records.ts'
import { pdfText } from '#test/unit/engine/exports/pdf-text.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const FACTS = sampleObligation().facts
const sold = (firstListedOn: string) => ({ ...FACTS, firstListedOn })
const granted = (until: string): DepositObligation['entries'] => [
  {
    kind: 'waive',
    amount: 0,
    until,
    reason: '推广期',
    at: '2026-11-01T00:00:00.000Z',
    by: 'op-3',
    byName: '刘芳',
  },
]
const ALL: DepositFilter = { statuses: [], marketplaces: [], newAmounts: [], text: '' }
const BY_DUE = { column: 'dueOn', descending: false } as const

/** On 2026-11-20: what stands how. */
const overdue = sampleObligation({ providerName: '甲', facts: sold('2026-01-05') })
const overdueToo = sampleObligation({ providerName: '乙', facts: sold('2026-03-05'), amount: 700_000 })
const soon = sampleObligation({
  providerName: '丙',
  facts: sold('2026-01-05'),
  entries: granted('2026-12-01'),
})
const waived = sampleObligation({ providerName: '丁', entries: granted('2027-11-01') })
const held = sampleObligation({ providerName: '=戊', entries: PAID })
const unstated = sampleObligation({ providerName: '己', marketplace: 'ksyun', amount: null })
const api = sampleObligation({
  providerName: '庚',
  providerId: 'cloud-1',
  marketplace: 'aliyun',
  category: 'api',
  amount: 3_000_000,
})
const shop = sampleObligation({
  ...api,
  id: sampleObligation().id,
  category: 'lingshoutong',
  amount: 5_000_000,
})
const MADE = [overdue, overdueToo, soon, waived, held, unstated, api, shop]

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('depositObligation', MADE)
  desk.index()
})
afterEach(() => desk.close())

const list = (filter: Partial<DepositFilter>, sort: Parameters<typeof listDeposits>[1]['sort'] = BY_DUE) =>
  listDeposits(desk.desk(), { filter: { ...ALL, ...filter }, sort, after: null, limit: 200 }).rows
const names = (filter: Partial<DepositFilter>) => list(filter).map(({ name }) => name)
const statusOf = (id: string) => list({}).find((row) => row.id === id)?.status

describe('the register', () => {
  it('shows how each deposit stands today', () => {
    expect(MADE.map(({ id }) => statusOf(id))).toEqual([
      'overdue',
      'overdue',
      'due-soon',
      'waived',
      'held',
      'not-configured',
      'due',
      'due',
    ])
  })

  it('is filtered by state, marketplace and name', () => {
    expect(names({ statuses: ['overdue'] })).toEqual(['甲', '乙'])
    expect(names({ statuses: ['due-soon', 'held'] })).toEqual(['丙', '=戊'])
    expect(names({ marketplaces: ['aliyun'] })).toEqual(['庚', '庚'])
    expect(names({ text: '丁' })).toEqual(['丁'])
    expect(names({ text: '丁', statuses: ['held'] })).toEqual([])
  })

  it('is sorted by due day, name or amount, both ways', () => {
    const amounts = list({}, { column: 'amount', descending: true }).map(({ amount }) => amount)
    expect(amounts).toEqual([5_000_000, 3_000_000, 700_000, 500_000, 500_000, 500_000, 500_000, null])
    const due = list({}).map(({ dueOn }) => dueOn)
    expect(due.slice(0, 3)).toEqual(['2026-01-05', '2026-03-05', '2026-12-01'])
  })

  it.each([1, 2, 3, 7])('in windows of %i has every deposit once, in the same order', (limit) => {
    for (const column of ['dueOn', 'name', 'amount'] as const) {
      const sort = { column, descending: column === 'name' }
      const whole = list({}, sort).map(({ id }) => id)
      const paged: string[] = []
      let after: string | null = null
      do {
        const page: ReturnType<typeof listDeposits> = listDeposits(desk.desk(), {
          filter: ALL,
          sort,
          after,
          limit,
        })
        expect(depositPageSchema.parse(page).total).toBe(MADE.length)
        paged.push(...page.rows.map(({ id }) => id))
        after = page.next
      } while (after !== null)
      expect(paged).toEqual(whole)
    }
  })

  it('counts and sums every state, under the other filters', () => {
    const totals = totalDeposits(desk.desk(), { ...ALL, statuses: ['held'] })
    for (const total of totals) depositTotalSchema.parse(total)
    const of = (status: string) => totals.find((total) => total.status === status)
    expect(of('overdue')).toMatchObject({ count: 2, amount: 1_200_000, balance: 0 })
    expect(of('held')).toMatchObject({ count: 1, amount: 500_000, balance: 500_000 })
    expect(of('not-configured')).toMatchObject({ count: 1, amount: 0 })
    expect(of('refundable')).toMatchObject({ count: 0, amount: 0 })
    const elsewhere = totalDeposits(desk.desk(), { ...ALL, marketplaces: ['aliyun'] })
    expect(elsewhere.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('moves on with the day, and with what comes in', () => {
    expect(statusOf(soon.id)).toBe('due-soon')
    desk.time.now = Date.parse('2026-12-02T02:00:00.000Z')
    expect(statusOf(soon.id)).toBe('overdue')
    desk.put('depositObligation', [{ ...soon, version: 2, entries: PAID }])
    expect(statusOf(soon.id)).toBe('held')
    desk.desk().workspace.cache.sql.exec(`DELETE FROM deposit_obligation WHERE id = '${soon.id}'`)
    expect(statusOf(soon.id)).toBeUndefined()
  })

  it('shows a waiver that is on its way, and no longer once it is undone', () => {
    const { outbox } = desk.desk().workspace
    const { id } = outbox.enqueue({
      type: 'deposit.waive',
      recordId: overdue.id,
      expectedVersion: 1,
      seenDigest: null,
      arguments: { reason: '总部批准', until: '2027-06-30' },
    })
    const row = () => list({}).find((each) => each.id === overdue.id)
    expect(row()).toMatchObject({ status: 'waived', version: 2, pending: { type: 'deposit.waive' } })
    expect(outbox.undo(id)).toBe(true)
    expect(row()).toMatchObject({ status: 'overdue', version: 1, pending: null })
  })
})

describe('the case of a deposit', () => {
  it('is what the contract says, each step with its quoted rule', () => {
    const found = depositCaseSchema.parse(readDepositCase(desk.desk(), overdue.id))
    expect(found.standing).toMatchObject({ status: 'overdue', settled: false, dueOn: '2026-01-05' })
    expect(found.explanation.every(({ citation }) => citation.quote !== '')).toBe(true)
    expect(found.allowed).toEqual(['deposit.waive', 'deposit.record-ticket'])
    expect(readDepositCase(desk.desk(), held.id).allowed).toEqual([
      'deposit.issue-receipt',
      'deposit.hold-refund',
      'deposit.record-ticket',
    ])
  })

  it('names all deposits of the provider, one for each category', () => {
    const { ofProvider, depositName } = readDepositCase(desk.desk(), shop.id)
    expect(ofProvider.map(({ amount }) => amount)).toEqual([3_000_000, 5_000_000])
    expect(depositName.zh).toBe('零售通市场保证金')
  })

  it('has the same digest on another day', () => {
    const before = readDepositCase(desk.desk(), soon.id).seenDigest
    desk.time.now += 40 * 86_400_000
    expect(readDepositCase(desk.desk(), soon.id).seenDigest).toBe(before)
  })
})

describe('what a person may decide about a deposit', () => {
  const posted = { at: '2026-11-19T02:00:00.000Z', by: 'op-7', byName: '刘芳' }
  const over = sampleObligation({
    entries: PAID,
    facts: { ...FACTS, lastDelistedOn: '2026-01-05', cooperationEndedOn: '2026-01-05' },
  })
  const asked = (wanted: number, by = 'op-7'): DepositObligation => ({
    ...over,
    entries: [
      ...PAID,
      { kind: 'refund-request', payee: null, amount: 0, wanted, reason: '合作终止', ...posted, by },
    ],
  })
  /** The case of an obligation at the desk of op-1 with these roles. */
  const caseOf = (obligation: DepositObligation, roles: Account['roles']) => {
    const there = deskUnderTest({ ...ACCOUNT, roles })
    there.put('depositObligation', [obligation])
    there.index()
    try {
      return depositCaseSchema.parse(readDepositCase(there.desk(), obligation.id))
    } finally {
      there.close()
    }
  }

  it('finance issues the receipt that is missing, and asks back what is refundable today', () => {
    const opened = caseOf(over, ['finance'])
    expect(opened).toMatchObject({ withoutReceipt: 500_000, refundable: 500_000, refundRequest: null })
    expect(opened.allowed).toEqual([
      'deposit.issue-receipt',
      'deposit.request-refund',
      'deposit.hold-refund',
      'deposit.record-ticket',
    ])
  })

  it('nothing is asked back before its day', () => {
    const opened = caseOf({ ...over, facts: FACTS }, ['finance'])
    expect(opened.refundable).toBe(0)
    expect(opened.allowed).toEqual(['deposit.issue-receipt', 'deposit.hold-refund', 'deposit.record-ticket'])
  })

  it('an approver approves or declines what another person asked for', () => {
    const opened = caseOf(asked(500_000), ['finance-approver'])
    expect(opened.refundRequest).toMatchObject({ amount: 500_000, by: 'op-7', reason: '合作终止' })
    expect(opened.standing.status).toBe('refund-requested')
    expect(opened.allowed).toEqual([
      'deposit.approve-refund',
      'deposit.decline-refund',
      'deposit.hold-refund',
    ])
  })

  it('who asked does not approve, and may think better of it', () => {
    expect(caseOf(asked(500_000, ACCOUNT.id), ['finance', 'finance-approver']).allowed).toEqual([
      'deposit.issue-receipt',
      'deposit.decline-refund',
      'deposit.hold-refund',
      'deposit.record-ticket',
    ])
  })

  it('what was approved waits to be paid and is not asked back twice', () => {
    const approved = asked(500_000)
    const opened = caseOf(
      {
        ...approved,
        entries: [...approved.entries, { kind: 'refund-approval', amount: 0, approved: 500_000, ...posted }],
      },
      ['finance'],
    )
    expect(opened).toMatchObject({ refundApproved: 500_000, refundable: 0, refundRequest: null })
    expect(opened.allowed).toEqual([
      'deposit.issue-receipt',
      'deposit.decline-refund',
      'deposit.hold-refund',
      'deposit.record-ticket',
    ])
  })

  it('on hold is not approved, and an approver may lift it', () => {
    const waits = asked(500_000)
    const held: DepositObligation = {
      ...waits,
      entries: [...waits.entries, { kind: 'refund-hold', amount: 0, reason: '投诉核查中', ...posted }],
    }
    const opened = caseOf(held, ['finance-approver'])
    expect(opened.refundHold).toMatchObject({ reason: '投诉核查中' })
    expect(opened.allowed).toEqual(['deposit.decline-refund', 'deposit.lift-refund-hold'])
    expect(caseOf(held, ['finance']).allowed).toEqual([
      'deposit.issue-receipt',
      'deposit.decline-refund',
      'deposit.record-ticket',
    ])
  })

  it('one that was paid back is not waived', () => {
    const entries: DepositObligation['entries'] = [
      ...PAID,
      { kind: 'refund-request', payee: null, amount: 0, wanted: 500_000, reason: '合作终止', ...posted },
      { kind: 'refund-approval', amount: 0, approved: 500_000, ...posted },
      { kind: 'refund', note: '', amount: -500_000, line: '2', ...posted },
    ]
    const opened = caseOf({ ...over, entries }, ['finance'])
    expect(opened.standing.status).toBe('refunded')
    expect(opened.allowed).not.toContain('deposit.waive')
  })

  it.each(['auditor', 'ops'] as const)('%s decides nothing about one that is held', (role) => {
    expect(caseOf(over, [role]).allowed).toEqual([])
  })
})

describe('the exported register', () => {
  const exported = (format: TableFormat) =>
    exportDeposits(desk.desk(), {
      filter: { ...ALL, statuses: ['held', 'overdue'] },
      sort: BY_DUE,
      language: 'zh',
      format,
    })

  it('is what the filter leaves, with a byte order mark, and no name runs as a formula', async () => {
    const { base64, rows, complete, fileName } = await exported('csv')
    expect({ rows, complete, fileName }).toEqual({
      rows: 3,
      complete: true,
      fileName: 'deposits-2026-11-20.csv',
    })
    const [heading, first, , last] = Buffer.from(base64, 'base64').toString('utf8').split('\r\n')
    expect(heading?.startsWith('\u{FEFF}编号,')).toBe(true)
    expect(first).toBe(
      `${overdue.id},provider-1,甲,KubeSphere Marketplace,KubeSphere Marketplace 保证金,已逾期,5000.00,0.00,,2026-01-05,,,,,`,
    )
    expect(last).toContain(",'=戊,")
  })

  it('as a workbook totals amounts, and says on its first sheet what was asked, when and by whom', async () => {
    const { base64, fileName } = await exported('xlsx')
    expect(fileName).toBe('deposits-2026-11-20.xlsx')
    const book = read(base64, { type: 'base64', cellFormula: true })
    expect(book.SheetNames).toEqual(['汇总', '保证金'])
    expect(book.Sheets.保证金?.G6).toMatchObject({ f: 'SUM(G2:G4)', v: 17_000 })
    const control = utils.sheet_to_json<unknown[]>(book.Sheets.汇总 ?? {}, { header: 1, raw: true })
    const said = new Map(control.map(([label, ...values]) => [label, values]))
    expect(said.get('生成人')).toEqual([ACCOUNT.name])
    expect(said.get('生成时间（北京）')).toEqual(['2026-11-20 10:00:00'])
    expect(said.get('筛选：状态')).toEqual(['已缴、已逾期'])
    expect(said.get('条数')).toEqual([3])
    expect(said.get('已逾期')).toEqual([2, 12_000, 0])
    expect(said.get('已缴')).toEqual([1, 5000, 5000])
    expect(said.get('保证金 应缴（元）')).toEqual([17_000, 17_000, 0])
  })
})

describe('a receipt', () => {
  const posted = { at: '2026-11-20T01:00:00.000Z', by: 'op-3', byName: '刘芳' }
  const account = sampleAccount()
  const line = sampleLine({ accountId: account.id })
  const number = 'SJ-KUBESPHERE-2026-000001'
  const paid: DepositObligation['entries'] = [
    { kind: 'match', note: '', amount: 500_000, line: line.id, ...posted },
  ]
  const receipted = sampleObligation({
    entries: [
      ...paid,
      { kind: 'receipt', amount: 0, number, received: 500_000, lines: [line.id], ...posted },
    ],
  })
  const issued = async (obligation: DepositObligation, roles: Account['roles']) => {
    const there = deskUnderTest({ ...ACCOUNT, roles })
    there.put('depositObligation', [obligation])
    if (!roles.includes('ops')) {
      there.put('bankAccount', [account])
      there.put('bankLine', [line])
    }
    try {
      const file = await readReceipt(there.desk(), { id: obligation.id, number })
      return { file, text: await pdfText(Buffer.from(file.base64, 'base64')) }
    } finally {
      there.close()
    }
  }

  it('says from whom, how much, by which line and into whose account', async () => {
    const { file, text } = await issued(receipted, ['finance'])
    expect(file).toMatchObject({ fileName: `${number}.pdf`, mediaType: 'application/pdf' })
    for (const words of [number, receipted.providerName, '人民币伍仟元整', account.holder, '刘芳']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('2026-11-02付款账号3105****1234¥5,000.00')
  })

  it('tells who may not see the bank no account', async () => {
    const { text } = await issued(receipted, ['ops'])
    expect(text).toContain('2026-11-20¥5,000.00')
    expect(text).not.toMatch(/付款账号|3105/)
  })

  it('is stamped void once its money was found to be another one', async () => {
    const voided: DepositObligation = {
      ...receipted,
      entries: [
        ...receipted.entries,
        { kind: 'unmatch', amount: -500_000, line: line.id, reason: '认错', ...posted },
        { kind: 'receipt-void', amount: 0, number, line: line.id, ...posted, at: '2026-11-21T01:00:00.000Z' },
      ],
    }
    const { text } = await issued(voided, ['finance'])
    expect(text).toContain('作废2026-11-21')
    expect(text).toContain('¥5,000.00')
  })

  it('that was never issued is missing', async () => {
    desk.put('depositObligation', [receipted])
    const missing = readReceipt(desk.desk(), { id: receipted.id, number: 'SJ-KUBESPHERE-2026-000002' })
    await expect(missing).rejects.toThrow('no receipt')
    await expect(readReceipt(desk.desk(), { id: newUlid(), number })).rejects.toThrow('no receipt')
  })
})

describe('a deposit that was asked less than its pack of today', () => {
  const less = sampleObligation({ providerName: '辛', amount: 300_000, entries: PAID })
  beforeEach(() => desk.put('depositObligation', [less]))

  it('is listed with the new amount, and filtered by what is decided about it', () => {
    expect(list({ newAmounts: ['undecided'] })).toMatchObject([
      { id: less.id, amount: 300_000, newAmount: 500_000, newAmountState: 'undecided' },
    ])
    expect(list({ newAmounts: ['owed', 'not-owed'] })).toEqual([])
    expect(statusOf(held.id)).toBe('held')
    const [row] = list({}).filter(({ id }) => id === held.id)
    expect(row).toMatchObject({ newAmount: null, newAmountState: null })
    const totals = totalDeposits(desk.desk(), { ...ALL, newAmounts: ['undecided'] })
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  })

  it('opens with what is to be decided, and finance decides it offline', () => {
    const opened = depositCaseSchema.parse(readDepositCase(desk.desk(), less.id))
    expect(opened.allowed).toContain('deposit.decide-new-amount')
    const { newAmount } = opened
    if (newAmount === null) throw new Error('nothing new')
    const { effectiveFrom, becomes, why, steps } = newAmount
    desk.desk().workspace.outbox.enqueue({
      ...{ type: 'deposit.decide-new-amount', recordId: less.id, expectedVersion: 1 },
      seenDigest: opened.seenDigest,
      arguments: { effectiveFrom, becomes, why, steps, owes: true, dueOn: '2026-12-31', reason: '公告适用' },
    })
    const after = readDepositCase(desk.desk(), less.id)
    expect(after.allowed).not.toContain('deposit.decide-new-amount')
    expect(after.newAmount?.decided).toMatchObject({ owes: true, dueOn: '2026-12-31' })
    expect(after.obligation.amount).toBe(500_000)
    expect(list({ newAmounts: ['owed'] }).map(({ id }) => id)).toEqual([less.id])
  })
})
