import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { writePain001 } from '#shared/payments/pain001.ts'
import { controlTotals, type PaymentOrder } from '#shared/payments/payment.ts'
import type { PaymentFile } from '#shared/payments/payment-file.ts'
import { orderProblems } from '#shared/payments/payment-problem.ts'
import { type Reading, readPaymentFile } from '#shared/payments/read-payment-file.ts'
import { mutate, mutation } from '../bank-statements/mutate.ts'
import { anyOrder, EXAMPLE } from './orders.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/payments/${name}`, import.meta.url), 'utf8')
const SCHEMA = fixture('pain.001.001.05.xsd')
const WRITTEN = fixture('pain.001.001.09-cny.xml').trimEnd()

function reading(xml: string | Uint8Array): Promise<Reading<PaymentFile>> {
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml
  return readPaymentFile(bytes, [], () => Promise.resolve(null))
}

async function fileOf(xml: string): Promise<PaymentFile> {
  const result = await reading(xml)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result.file
}

/** Version 05 has no choice in the day of execution: otherwise what we write of version 09 stands in it too. */
async function faults(xml: string) {
  const older = xml
    .replace('pain.001.001.09', 'pain.001.001.05')
    .replaceAll(/<ReqdExctnDt><Dt>([^<]*)<\/Dt><\/ReqdExctnDt>/g, '<ReqdExctnDt>$1</ReqdExctnDt>')
  const { valid, errors } = await validateXML({ xml: older, schema: SCHEMA })
  return valid ? [] : errors.map(({ message }) => message)
}

const codes = ({ problems }: PaymentFile) => problems.map(({ code, place }) => `${place} ${code}`)
const changed = (from: string, to: string) => {
  expect(WRITTEN).toContain(from)
  return fileOf(WRITTEN.replace(from, to))
}

describe('a pain.001', () => {
  test('is written byte for byte as the worked example has it', () => {
    expect(writePain001(EXAMPLE)).toBe(WRITTEN)
  })

  test('passes the validator of the schema', async () => {
    expect(await faults(WRITTEN)).toEqual([])
  })

  test('passes it whatever names and purposes hold, and where the payer has no bank code', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const payer = { ...order.payer, bank: null, bankCode: null }
        expect(await faults(writePain001({ ...order, payer }))).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  test('that the validator refuses is told apart: the judge can say no', async () => {
    expect(await faults(WRITTEN.replace('<PmtMtd>TRF</PmtMtd>', ''))).not.toEqual([])
  })

  test('reads back to the same payments and totals', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const byDay = order.payments.toSorted((left, right) =>
          left.executeOn < right.executeOn ? -1 : left.executeOn > right.executeOn ? 1 : 0,
        )
        const file = await fileOf(writePain001(order))
        expect(file).toMatchObject({
          messageId: order.messageId,
          payments: byDay,
          ...controlTotals(order.payments),
        })
        expect(file.problems).toEqual(orderProblems(order))
      }),
    )
  })

  test('has one payment information for each day of execution', () => {
    const [first, second] = EXAMPLE.payments
    const order: PaymentOrder = {
      ...EXAMPLE,
      payments: [first, second]
        .flatMap((each) => (each === undefined ? [] : [each]))
        .map((each, at) => ({
          ...each,
          executeOn: at === 0 ? '2026-11-24' : '2026-11-23',
        })),
    }
    const ids = [...writePain001(order).matchAll(/<PmtInfId>([^<]*)<.*?<Dt>([^<]*)</g)].map(([, id, day]) => [
      id,
      day,
    ])
    expect(ids).toEqual([
      ['B20261121-0001-1', '2026-11-23'],
      ['B20261121-0001-2', '2026-11-24'],
    ])
  })

  test('is read in a version and with prefixes that others write', async () => {
    const prefixed = WRITTEN.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1p:').replace(' xmlns=', ' xmlns:p=')
    const older = prefixed
      .replace('pain.001.001.09', 'pain.001.001.03')
      .replaceAll(/<p:ReqdExctnDt><p:Dt>([^<]*)<\/p:Dt>/g, '<p:ReqdExctnDt>$1')
    const file = await fileOf(older)
    expect(file.kind).toBe('pain.001.001.03')
    expect(file.payments).toEqual((await fileOf(WRITTEN)).payments)
  })
})

describe('the check of a file', () => {
  test('finds in the worked example the bank code whose check digit does not fit, and only warns', async () => {
    const file = await fileOf(WRITTEN)
    expect(file).toMatchObject({ kind: 'pain.001.001.09', count: 2, total: 133_456_78 })
    expect(file.problems).toEqual([
      { code: 'bank-code-unproven', severity: 'should', place: 'PO-2026-10-000123', found: '105581000013' },
    ])
  })

  test.each([
    ['<NbOfTxs>2<', '<NbOfTxs>3<', 'message count-differs'],
    ['<NbOfTxs>2</NbOfTxs>', '', 'message count-differs'],
    ['<CtrlSum>133456.78<', '<CtrlSum>133456.87<', 'message total-differs'],
    ['<EndToEndId>PO-2026-10-000124<', '<EndToEndId>PO-2026-10-000123<', 'PO-2026-10-000123 reference-twice'],
    ['<EndToEndId>PO-2026-10-000124<', '<EndToEndId><', '2 reference-missing'],
    ['Ccy="CNY">10000.00', 'Ccy="USD">10000.00', 'PO-2026-10-000124 currency-not-cny'],
    ['>10000.00<', '>10000.001<', 'PO-2026-10-000124 amount-unreadable'],
    ['>10000.00<', '>0.00<', 'PO-2026-10-000124 amount-not-positive'],
    ['<Dt>2026-11-23<', '<Dt>2026-11-31<', 'B20261121-0001-1 date-unreadable'],
    ['<Id>110906543210401<', `<Id>${'1'.repeat(33)}<`, 'PO-2026-10-000124 account-too-long'],
    ['示例软件（北京）有限公司', '云'.repeat(61), 'PO-2026-10-000124 name-too-long'],
    ['2026-10月收入提现', '云'.repeat(141), 'PO-2026-10-000123 purpose-too-long'],
    ['<MmbId>308100005027<', '<MmbId>308100005028<', 'PO-2026-10-000124 bank-code-unproven'],
    ['<CreDtTm>2026-11-21T10:00:00+08:00<', '<CreDtTm>today<', 'message instant-unreadable'],
    ['<MsgId>B20261121-0001<', '<MsgId><', 'message message-id-missing'],
  ])('of %s as %s says: %s', async (from, to, problem) => {
    expect(codes(await changed(from, to))).toContain(problem)
  })

  test('takes amounts with more zeros than fen need', async () => {
    const file = await changed('>10000.00<', '>10000.0000<')
    expect(file.total).toBe(133_456_78)
  })

  test.each([
    ['a DOCTYPE', WRITTEN.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document'), 'doctype'],
    ['torn XML', WRITTEN.slice(0, 900), 'broken-xml'],
    ['another message', '<Document><CstmrPmtStsRpt/></Document>', 'another-file'],
    ['another root', '<?xml version="1.0"?><Payments/>', 'broken-xml'],
    ['nothing', '', 'empty'],
    ['a letter', 'Dear bank,\nplease pay.', 'another-file'],
    ['a PDF', '%PDF-1.7', 'picture'],
  ])('refuses %s with its reason', async (_name, xml, reason) => {
    expect(await reading(xml)).toEqual({ kind: 'refused', reason })
  })

  test('of a file torn anywhere never fails, and never adds an amount that is not in it', async () => {
    const original = new TextEncoder().encode(WRITTEN)
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const result = await reading(mutations.reduce(mutate, original))
        if (result.kind !== 'read') return
        expect(result.file.total).toBe(controlTotals(result.file.payments).total)
      }),
      { numRuns: 200 },
    )
  })
})
