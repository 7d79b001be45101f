import { Workbook } from 'exceljs'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { writePaymentFile } from '#main/engine/payments/write-payment-file.ts'
import { formatProblems } from '#shared/payments/payment-format.ts'
import { isPayable } from '#shared/payments/payment-problem.ts'
import { readPaymentFile } from '#shared/payments/read-payment-file.ts'
import { bankTemplateSchema } from '#shared/payments/templates/bank-template.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { anyOrder, EXAMPLE } from '../../payments/orders.ts'

afterEach(() => {
  vi.useRealTimers()
})

const FORMATS = [
  { kind: 'pain.001' } as const,
  ...KNOWN_TEMPLATES.map((template) => ({ kind: 'template', template }) as const),
]

const decode = (source: Uint8Array | string) => Promise.resolve(workbookGrids(source))

describe.each(KNOWN_TEMPLATES)('the template of $id', (template) => {
  const format = { kind: 'template', template } as const

  test('is one that a person could have drawn up', () => {
    expect(bankTemplateSchema.parse(template)).toEqual(template)
  })

  test('reads back to the same payments', async () => {
    const hasDay = template.columns.some(({ content }) => content.kind === 'day')
    const hasBank = template.columns.some(({ content }) => content.kind === 'payee-bank-code')
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const { bytes } = writePaymentFile(order, format)
        const result = await readPaymentFile(bytes, KNOWN_TEMPLATES, decode)
        const payments = order.payments.map((payment) => ({
          ...payment,
          executeOn: hasDay ? payment.executeOn : null,
          payee: { ...payment.payee, bankCode: hasBank ? payment.payee.bankCode : null },
        }))
        expect(result).toMatchObject({ kind: 'read', file: { kind: template.id, payments } })
      }),
      { numRuns: 40 },
    )
  })
})

describe('a file of payments', () => {
  test.each(FORMATS)('has the same bytes on any day: $kind $template.id', (format) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-28T01:00:00Z') })
    const { bytes } = writePaymentFile(EXAMPLE, format)
    vi.setSystemTime(Date.parse('2027-03-01T22:00:00Z'))
    expect(Buffer.from(writePaymentFile(EXAMPLE, format).bytes).equals(bytes)).toBe(true)
  })

  test('of xlsx holds text that looks like an escaped character as it is', async () => {
    const [first] = EXAMPLE.payments
    const ccb = KNOWN_TEMPLATES.find(({ id }) => id === 'ccb')
    if (first === undefined || ccb === undefined) throw new Error('there are a payment and a template of CCB')
    const order = { ...EXAMPLE, payments: [{ ...first, purpose: '_x4E91_ 服务' }] }
    const { bytes } = writePaymentFile(order, { kind: 'template', template: ccb })
    const book = new Workbook()
    await book.xlsx.load(Buffer.from(bytes).buffer)
    expect(book.worksheets[0]?.getRow(2).getCell(11).value).toBe('_x4E91_ 服务')
  })

  test('is in the form that its bank has', () => {
    expect(FORMATS.map((format) => writePaymentFile(EXAMPLE, format).extension)).toEqual([
      'xml',
      'xls',
      'xlsx',
      'xls',
    ])
  })

  test('says where a column of the template is too short, and where one that it asks for is empty', () => {
    const [first] = EXAMPLE.payments
    if (first === undefined) throw new Error('the example has a payment')
    const order = {
      ...EXAMPLE,
      payments: [{ ...first, reference: 'R'.repeat(31), payee: { ...first.payee, bankCode: null } }],
    }
    const problems = KNOWN_TEMPLATES.map((template) => {
      const found = formatProblems(order, { kind: 'template', template })
      return [template.id, isPayable(found), found.map(({ code }) => code)]
    })
    expect(problems).toEqual([
      ['icbc', true, ['bank-code-missing']],
      ['ccb', false, ['bank-code-missing', 'column-missing']],
      ['cmb', false, ['bank-code-missing', 'column-too-long']],
    ])
  })

  test("tells the bank's own accounts from those of others", async () => {
    const ccb = KNOWN_TEMPLATES.find(({ id }) => id === 'ccb')
    if (ccb === undefined) throw new Error('there is a template of CCB')
    const [sheet] = workbookGrids(writePaymentFile(EXAMPLE, { kind: 'template', template: ccb }).bytes) ?? []
    expect(sheet?.rows.slice(1).map(({ cells }) => cells[3])).toEqual(['01', '02'])
  })
})
