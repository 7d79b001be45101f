import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileInvoice } from '#main/engine/invoices/read-invoice-file.ts'
import { readInvoiceCase } from '#main/engine/queries/invoices/invoice-case.ts'
import { judgeRead, judgeTyped, readParty } from '#main/engine/queries/invoices/judge-invoice.ts'
import {
  invoicesOfPayout,
  listInvoices,
  waitingRedLetters,
} from '#main/engine/queries/invoices/list-invoices.ts'
import { daysBetween } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Invoice } from '#shared/invoices/invoice.ts'
import { newInvoiceNumber, sampleFacts, sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import { samplePayout } from '#test/integration/platform/sample-payouts.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const facts = sampleFacts()
const provider = sampleProvider({ name: facts.seller, uscc: facts.sellerTaxId })
const bracketed = sampleProvider({ id: 'provider-2', name: '示例软件（北京）有限公司' })
const payout = samplePayout({ amount: 2_544_000, status: 'invoice_pending' })
const recorded = sampleInvoice({
  payoutId: payout.id,
  confirmations: [
    {
      ...{ number: '3100000000000001', reason: 'error', enteredAt: '2026-11-20T02:00:00.000Z' },
      ...{ waitsFor: 'us', outcome: 'open', decided: null },
    },
  ],
})
const withdrawn = sampleInvoice({
  withdrawn: { reason: '录错了', at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: 'liu' },
})
const paid = samplePayout({ status: 'paid' })
const onPaper = {
  source: 'paper' as const,
  paper: { receivedOn: '2026-10-01', courier: '顺丰速运', tracking: 'SF1' },
}
const old = sampleInvoice(onPaper)
const settled = sampleInvoice({ ...onPaper, payoutId: paid.id, kind: 'ordinary' })
const FILE = { sha256: 'a'.repeat(64), name: '发票.xml', size: 900, type: 'text/xml' }
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('provider', [provider, bracketed])
  desk.put('payoutRequest', [payout, paid])
  desk.put('invoice', [recorded, withdrawn, old, settled])
  desk.index()
})
afterAll(() => desk.close())

const takesBack = (original: string) => ({ redLetter: { original, confirmation: null } })
const read = (change: Partial<Invoice>, payoutId: string | null = null) => {
  const invoice = { ...sampleFacts(), ...change }
  const found: FileInvoice = { entry: '', source: 'xml', reading: { kind: 'invoice', invoice } }
  return judgeRead(desk.desk(), found, FILE, payoutId)
}

describe('an invoice that is read', () => {
  it('finds the provider by its seller and the request that lacks it, and can be recorded with its file', () => {
    const judged = read({})
    expect(judged.provider?.id).toBe(provider.id)
    expect(judged.payout?.id).toBe(payout.id)
    expect(judged.findings).toEqual([])
    expect(judged.said).toMatchObject({ providerId: provider.id, payoutId: payout.id, file: FILE })
  })

  it('finds a provider whose brackets are of another width', () => {
    expect(read({ seller: '示例软件(北京)有限公司' }).provider?.id).toBe(bracketed.id)
  })

  it('names the invoice on record that has its number, and one that was withdrawn is none', () => {
    const again = read({ number: recorded.number })
    expect(again.known).toEqual({ id: recorded.id, providerName: recorded.providerName })
    expect(again.said).toBeNull()
    expect(read({ number: withdrawn.number }).known).toBeNull()
  })

  it('is held against the request it is given for, whoever its seller is', () => {
    const judged = read({ seller: '上海别家有限公司' }, payout.id)
    expect(judged.findings.map(({ rule }) => rule)).toEqual(['seller_mismatch'])
    expect(judged.said).toBeNull()
  })

  it('may be recorded without its kind, which a person looks up, but not with sums that differ', () => {
    expect(read({ kind: null }).said?.kind).toBeNull()
    const wrong = read({ gross: 1_272_001 })
    expect([wrong.said, wrong.findings.map(({ rule }) => rule)]).toEqual([null, ['net_plus_tax_not_gross']])
  })

  it('counts for no request where it is a red letter, and says what is left of the blue one', () => {
    const red = read({
      ...{ net: -200_000, tax: -12_000, gross: -212_000, lines: [] },
      redLetter: { original: recorded.number, confirmation: null },
    })
    expect(red.said?.payoutId).toBeNull()
    expect(red.findings).toMatchObject([
      { rule: 'red_letter', remedy: { zh: expect.stringContaining('¥10,600.00') } },
    ])
  })

  it('read off a PDF can be recorded, and the XML or OFD is asked for, then and on its case', () => {
    const reading = { kind: 'invoice', invoice: { ...facts, number: newInvoiceNumber() } } as const
    const judged = judgeRead(desk.desk(), { entry: '', source: 'pdf', reading }, FILE, null)
    expect(judged.said).not.toBeNull()
    const asked = {
      rule: 'page_only',
      severity: 'info',
      remedy: { zh: expect.stringContaining('XML 或 OFD') },
    }
    expect(judged.findings.at(-1)).toMatchObject(asked)
    const page = sampleInvoice({ ...facts, number: newInvoiceNumber(), source: 'pdf' })
    const own = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
    own.put('invoice', [page])
    expect(readInvoiceCase(own.desk(), page.id).findings.at(-1)).toMatchObject(asked)
    own.close()
  })

  it('says of a part that is none where to look and what to ask for', () => {
    const problem = { kind: 'problem', problem: 'unreadable', place: 'IssueTime' } as const
    const judged = judgeRead(desk.desk(), { entry: 'a.xml', source: 'xml', reading: problem }, FILE, null)
    expect(judged).toMatchObject({ stated: null, said: null, findings: [{ within: 'IssueTime' }] })
  })

  it('is told of red letters that came before it, and what is left of it', () => {
    const number = newInvoiceNumber()
    const red = (gross: number, change = {}) =>
      sampleInvoice({ ...facts, number: newInvoiceNumber(), gross, ...takesBack(number), ...change })
    desk.put('invoice', [red(-200_000), red(-72_000)])
    const part = read({ number })
    expect(part.findings).toMatchObject([{ rule: 'reversed_before', severity: 'should' }])
    expect(part.findings[0]?.remedy.zh).toContain('还剩 ¥10,000.00')
    expect(part.said).not.toBeNull()
    desk.put('invoice', [red(-1_100_000)])
    expect(read({ number })).toMatchObject({
      said: null,
      findings: [{ rule: 'red_letter_exceeds_original' }],
    })
  })

  it('is no original of a red letter that another provider has, nor a red letter of such an original', () => {
    const [number, theirs] = [newInvoiceNumber(), newInvoiceNumber()]
    const other = { providerId: bracketed.id, providerName: bracketed.name }
    desk.put('invoice', [
      sampleInvoice({ ...facts, ...other, number: newInvoiceNumber(), gross: -100, ...takesBack(number) }),
      sampleInvoice({ ...facts, ...other, number: theirs, kind: 'ordinary' }),
    ])
    for (const judged of [
      read({ number }),
      read({ number: newInvoiceNumber(), net: -100, tax: 0, gross: -100, lines: [], ...takesBack(theirs) }),
    ]) {
      const found = judged.findings.find(({ rule }) => rule === 'red_letter_elsewhere')
      expect([judged.said, found?.remedy.zh]).toEqual([null, expect.stringContaining(bracketed.name)])
    }
  })

  it('that takes back what was ticked for deduction says which input tax is transferred out', () => {
    const number = newInvoiceNumber()
    const said = { at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: 'liu' }
    const ticked = sampleInvoice({ ...facts, number, deduction: { period: '2026-10', ...said } })
    const change = { net: -100_000, tax: -6_000, gross: -106_000, lines: [], ...takesBack(number) }
    desk.put('invoice', [ticked])
    const rules = read({ number: newInvoiceNumber(), ...change }).findings.map(({ rule }) => rule)
    expect(rules).toContain('red_letter_deducted')
    expect(readInvoiceCase(desk.desk(), ticked.id).transferOut).toBeNull()
    const red = sampleInvoice({ ...facts, number: newInvoiceNumber(), ...change })
    const reversals = [{ id: red.id, number: red.number, gross: red.gross }]
    desk.put('invoice', [red, { ...ticked, version: 2, reversals }])
    for (const { id } of [ticked, red]) {
      expect(readInvoiceCase(desk.desk(), id).transferOut).toEqual({ period: '2026-10', tax: 6_000 })
    }
  })

  it('that was withdrawn transfers nothing out', () => {
    const said = { at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: 'liu' }
    const ticked = sampleInvoice({ ...facts, deduction: { period: '2026-10', ...said } })
    const red = sampleInvoice({
      ...{ ...facts, number: newInvoiceNumber(), net: -100_000, tax: -6_000, gross: -106_000, lines: [] },
      ...{ ...takesBack(ticked.number), withdrawn: { reason: '录错了一张', ...said } },
    })
    const own = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
    own.put('invoice', [ticked, red])
    expect(readInvoiceCase(own.desk(), red.id).transferOut).toBeNull()
    own.close()
  })

  it('is judged alike where it is typed', () => {
    const said = {
      providerId: provider.id,
      payoutId: payout.id,
      source: 'typed' as const,
      file: null,
      paper: null,
    }
    const judged = judgeTyped(desk.desk(), {
      ...said,
      ...facts,
      number: newInvoiceNumber(),
      issuedOn: '2027-01-01',
    })
    expect(judged.findings.map(({ rule }) => rule)).toEqual(['issue_date_in_future'])
  })
})

const rowsOf = (list: 'unpaid' | 'deductible' | null) => {
  const filter = { statuses: [], marketplaces: [], text: '', list }
  const sort = { column: 'issuedOn', descending: true } as const
  return listInvoices(desk.desk(), { filter, sort, after: null, limit: 50 }).rows
}
const listed = (list: 'unpaid' | 'deductible') =>
  rowsOf(list)
    .map(({ id }) => id)
    .sort()

describe('an invoice on record', () => {
  it('is shown with its request and the hours in which a red letter has to be confirmed', () => {
    const opened = readInvoiceCase(desk.desk(), recorded.id)
    expect(opened).toMatchObject({
      ...{ status: 'red-pending', payout: { id: payout.id, amount: 2_544_000 }, findings: [] },
      waiting: { number: '3100000000000001', until: '2026-11-23T02:00:00.000Z' },
    })
    expect(opened.allowed).toContain('invoice.confirm-red-letter')
  })

  it('is found by state and by the beginning of its number', () => {
    const question = { sort: { column: 'issuedOn', descending: true }, after: null, limit: 50 } as const
    const filter = { statuses: [], marketplaces: [], text: recorded.number.slice(0, 20), list: null }
    expect(listInvoices(desk.desk(), { ...question, filter }).rows.map(({ id }) => id)).toEqual([recorded.id])
    const gone = { statuses: ['withdrawn' as const], marketplaces: [], text: '', list: null }
    expect(listInvoices(desk.desk(), { ...question, filter: gone }).rows.map(({ id }) => id)).toEqual([
      withdrawn.id,
    ])
    expect(invoicesOfPayout(desk.desk(), payout.id).invoices.map(({ id }) => id)).toEqual([recorded.id])
  })

  it('is listed as unpaid for long once the days of the company are over and its request is not paid', () => {
    expect(listed('unpaid')).toEqual([old.id])
  })

  it('is listed to be deducted while it is a 专票 that holds and is not ticked', () => {
    expect(listed('deductible')).toEqual([recorded.id, old.id].sort())
    const said = { at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: 'liu' }
    desk.put('invoice', [{ ...old, version: old.version + 1, deduction: { period: '2026-11', ...said } }])
    expect(listed('deductible')).toEqual([recorded.id])
    desk.put('invoice', [old])
  })

  it('is not to be deducted while the tax site doubts it, and says what to transfer out where it was ticked', () => {
    const said = { at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: 'liu' }
    const check = { result: 'not-found' as const, checkedOn: '2026-11-20', note: '', ...said }
    const doubted = { ...old, version: old.version + 1, verifications: [check] }
    const open = { ...recorded, version: recorded.version + 1, verifications: [check] }
    desk.put('invoice', [doubted, open])
    expect(listed('deductible')).toEqual([])
    const deduction = { period: '2026-11', ...said }
    desk.put('invoice', [{ ...doubted, version: doubted.version + 1, deduction }])
    expect(readInvoiceCase(desk.desk(), old.id)).toMatchObject({
      ...{ status: 'doubtful', transferOut: { period: '2026-11', tax: 0 } },
    })
    desk.put('invoice', [old, recorded])
  })

  it('says how many days it is here where it is unpaid for long', () => {
    const days = daysBetween('2026-10-01', shanghaiDate(new Date(desk.time.now).toISOString()))
    expect(rowsOf('unpaid').find(({ id }) => id === old.id)?.heldDays).toBe(days)
    expect(rowsOf(null).every(({ heldDays }) => heldDays === null)).toBe(true)
  })

  it('waits for us with its red letter until the 72 hours are over, and is told to have lapsed for a week', () => {
    const until = '2026-11-23T02:00:00.000Z'
    const lapsed = () => rowsOf(null).find(({ id }) => id === recorded.id)?.lapsedAt
    expect(waitingRedLetters(desk.desk())).toMatchObject([{ id: recorded.id, until, isOver: false }])
    expect(lapsed()).toBeNull()
    const { now } = desk.time
    desk.time.now += 73 * 3_600_000
    expect(waitingRedLetters(desk.desk())).toMatchObject([{ id: recorded.id, until, isOver: true }])
    expect(lapsed()).toBe(until)
    desk.time.now = Date.parse(until) + 8 * 86_400_000
    expect(waitingRedLetters(desk.desk())).toEqual([])
    desk.time.now = now
  })

  it('that waits for us is told of though an earlier one became void', () => {
    const [entry] = recorded.confirmations
    if (entry === undefined) throw new Error('the sample waits for us')
    const later = { ...entry, number: `${entry.number}9`, enteredAt: '2026-11-24T02:00:00.000Z' }
    const own = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
    own.put('invoice', [{ ...recorded, confirmations: [entry, later] }])
    own.time.now = Date.parse('2026-11-25T02:00:00.000Z')
    expect(readInvoiceCase(own.desk(), recorded.id).waiting).toMatchObject({
      ...{ number: later.number, isOver: false },
    })
    expect(waitingRedLetters(own.desk())).toMatchObject([{ until: '2026-11-27T02:00:00.000Z' }])
    own.time.now = Date.parse('2026-11-28T02:00:00.000Z')
    expect(readInvoiceCase(own.desk(), recorded.id).waiting).toMatchObject({
      number: later.number,
      isOver: true,
    })
    own.close()
  })

  it('has to come from its provider for one of the requests that lack one', () => {
    expect(readParty(desk.desk(), provider.id)).toMatchObject({
      expected: { seller: provider.name, sellerTaxId: facts.sellerTaxId, buyer: null },
      payouts: [{ id: payout.id }],
    })
  })
})
