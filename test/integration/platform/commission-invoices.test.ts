import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommissionInvoice } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { APPLIED, command } from './bank-desk.ts'
import { type SettlementDesk, startSettlementDesk } from './settlement-desk.ts'

let desk: SettlementDesk
beforeEach(async () => {
  desk = await startSettlementDesk()
})
afterEach(() => desk.under.close())

const KINGSOFT = 'ksyun'
const MONTH = '2026-10'
const BLUE = '26112000000000000001'
const RED = '26112000000000000002'
const rejected = (code: string) => ({ kind: 'rejected', code })

/** A provider's committed month of one order; its fee is a tenth. */
async function committed(cash = 100_00, marketplace = KINGSOFT): Promise<SettlementStatement> {
  const { id } = await desk.provider(marketplace)
  await desk.order(id, {
    marketplace,
    category: marketplace === KINGSOFT ? 'basic-software' : 'extension',
    cash,
  })
  await desk.draft(MONTH, { marketplace })
  const statement = await desk.statementOf(id, MONTH, marketplace)
  expect(await desk.commit(statement)).toMatchObject(APPLIED)
  return statement
}

async function invoicesOf({ marketplace, providerId }: SettlementStatement): Promise<CommissionInvoice[]> {
  return desk.store.ofProvider('commissionInvoice', marketplace, providerId)
}

async function theInvoice(statement: SettlementStatement): Promise<CommissionInvoice> {
  const [invoice] = await invoicesOf(statement)
  if (invoice === undefined) throw new Error('no invoice')
  return invoice
}

const issued = { number: BLUE, issuedOn: '2026-11-06', gross: 10_00 }
const record = (invoice: CommissionInvoice, said: object = {}) =>
  desk.finance.command(command('commission-invoice.record-number', invoice, { ...issued, ...said }))

describe('committing a statement', () => {
  it('leaves the invoice of its commission where the pack has the marketplace issue one, with the sentence', async () => {
    const statement = await committed()
    expect(await theInvoice(statement)).toMatchObject({
      statementId: statement.id,
      side: 'blue',
      ...{ gross: 10_00, net: 9_43, tax: 57, taxBasisPoints: 600 },
      steps: [{ citation: { quote: expect.stringContaining('向服务商开具金额对等') } }],
    })
  })

  it('leaves none where the provider invoices the marketplace, and none for no commission', async () => {
    expect(await invoicesOf(await committed(100_00, 'kubesphere'))).toEqual([])
    const { id } = await desk.provider(KINGSOFT)
    await desk.draft(MONTH, { marketplace: KINGSOFT })
    const quiet = await desk.statementOf(id, MONTH, KINGSOFT)
    expect(await desk.commit(quiet)).toMatchObject(APPLIED)
    expect(await invoicesOf(quiet)).toEqual([])
  })
})

describe('the number of an invoice', () => {
  it('is recorded once, by finance, for the amount of the record', async () => {
    const [one, other] = [await committed(), await committed()]
    const invoice = await theInvoice(one)
    expect(await record(invoice, { gross: 10_01 })).toMatchObject(rejected('amount-differs'))
    expect(await record(invoice, { number: '123' })).toMatchObject(rejected('bad-arguments'))
    const given = command('commission-invoice.record-number', invoice, issued)
    expect(await desk.approver.command(given)).toMatchObject({ kind: 'not-allowed' })
    expect(await record(invoice)).toMatchObject(APPLIED)
    expect(await record(await theInvoice(other))).toMatchObject(rejected('number-used'))
    expect(await record(await theInvoice(one), { number: RED })).toMatchObject(rejected('wrong-state'))
  })

  it('is taken back by another person with a reason, and can then be recorded again', async () => {
    const statement = await committed()
    await record(await theInvoice(statement))
    const wrong = await theInvoice(statement)
    const back = () => command('commission-invoice.take-back-number', wrong, { reason: '号码抄错一位' })
    expect(await desk.finance.command(back())).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.approver.command(back())).toMatchObject(APPLIED)
    expect(await record(await theInvoice(statement), { number: RED })).toMatchObject(APPLIED)
  })

  it('is exported for the buyer as the provider is today', async () => {
    const statement = await committed()
    const invoice = await theInvoice(statement)
    const { name, uscc } = await desk.got('provider', { id: statement.providerId })
    const mark = (buyer: object) =>
      desk.finance.command(command('commission-invoice.mark-exported', invoice, { buyer }))
    expect(await mark({ name, taxId: 'X' })).toMatchObject(rejected('buyer-differs'))
    expect(await mark({ name, taxId: uscc })).toMatchObject(APPLIED)
    expect(await theInvoice(statement)).toMatchObject({
      buyer: { name, taxId: uscc },
      exported: { by: 'liu' },
    })
  })
})

describe('voiding a statement', () => {
  it('drops its invoice while that is not issued, and the next commit leaves another', async () => {
    const statement = await committed()
    expect(await desk.voidIt(statement)).toMatchObject(APPLIED)
    expect(await theInvoice(statement)).toMatchObject({ dropped: { reason: '订单归属有误' } })
    await desk.draft(MONTH, { marketplace: KINGSOFT })
    await desk.commit(await desk.statementOf(statement.providerId, MONTH, KINGSOFT))
    expect((await invoicesOf(statement)).map(({ dropped }) => dropped === null)).toEqual([false, true])
  })

  it('has what was issued taken back by a red letter of the same amount that names it', async () => {
    const statement = await committed()
    await record(await theInvoice(statement))
    await desk.voidIt(statement)
    const [blue, red] = await invoicesOf(statement)
    if (blue === undefined || red === undefined) throw new Error('two documents')
    expect(red).toMatchObject({ side: 'red', gross: -10_00, net: -9_43, tax: -57, counters: blue.id })
    expect(red).toMatchObject({ blueNumber: BLUE, issued: null })
    expect(blue.counteredBy).toBe(red.id)
    const said = { number: RED, issuedOn: '2026-11-20', gross: -10_00, blueNumber: BLUE }
    const give = (change: object) =>
      desk.finance.command(command('commission-invoice.record-red-letter', red, { ...said, ...change }))
    expect(await give({ number: BLUE })).toMatchObject(rejected('number-used'))
    expect(await give({ blueNumber: RED })).toMatchObject(rejected('unknown-invoice'))
    expect(await give({ gross: 10_00 })).toMatchObject(rejected('amount-differs'))
    expect(await give({})).toMatchObject(APPLIED)
    const back = command('commission-invoice.take-back-number', blue, { reason: '号码抄错一位' })
    expect(await desk.approver.command(back)).toMatchObject(rejected('wrong-state'))
  })

  it('asks for a red letter at once where the number comes only after it', async () => {
    const statement = await committed()
    const { name, uscc } = await desk.got('provider', { id: statement.providerId })
    const buyer = { name, taxId: uscc }
    const mark = command('commission-invoice.mark-exported', await theInvoice(statement), { buyer })
    expect(await desk.finance.command(mark)).toMatchObject(APPLIED)
    await desk.voidIt(statement)
    expect(await record(await theInvoice(statement))).toMatchObject(APPLIED)
    const documents = await invoicesOf(statement)
    expect(documents.reduce((sum, { gross }) => sum + gross, 0)).toBe(0)
    expect(documents.map(({ blueNumber }) => blueNumber)).toContain(BLUE)
  })
})

it('a month whose commission is below zero leaves a red letter, which takes no more than an invoice has', async () => {
  const { id } = await desk.provider(KINGSOFT)
  const sold = { marketplace: KINGSOFT, category: 'basic-software' }
  const order = await desk.order(id, { ...sold, paidAt: '2026-09-10T02:00:00.000Z' })
  await desk.draft('2026-09', { marketplace: KINGSOFT })
  const september = await desk.statementOf(id, '2026-09', KINGSOFT)
  await desk.commit(september)
  await record(await theInvoice(september))
  await desk.order(id, { ...sold, kind: 'refund', refundOf: order.id, cash: -100_00, listPrice: -100_00 })
  await desk.draft(MONTH, { marketplace: KINGSOFT })
  const october = await desk.statementOf(id, MONTH, KINGSOFT)
  expect(await desk.commit(october)).toMatchObject(APPLIED)
  const red = (await invoicesOf(october)).find(({ side }) => side === 'red')
  if (red === undefined) throw new Error('no red letter')
  expect(red).toMatchObject({ gross: -10_00, counters: null, blueNumber: null })
  const said = { number: RED, issuedOn: '2026-11-20', gross: -10_00, blueNumber: BLUE }
  const give = (change: object) =>
    desk.finance.command(command('commission-invoice.record-red-letter', red, { ...said, ...change }))
  expect(await give({ blueNumber: RED })).toMatchObject(rejected('unknown-invoice'))
  expect(await give({})).toMatchObject(APPLIED)
  const blue = (await invoicesOf(september)).find(({ side }) => side === 'blue')
  if (blue === undefined) throw new Error('no invoice')
  const back = command('commission-invoice.take-back-number', blue, { reason: '号码抄错一位' })
  expect(await desk.approver.command(back)).toMatchObject(rejected('red-letter-rests'))
})
