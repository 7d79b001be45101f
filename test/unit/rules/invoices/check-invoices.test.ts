import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readInvoiceXml } from '#shared/invoices/read-invoice-xml.ts'
import {
  checkInvoices,
  type KnownInvoice,
  type PayoutToCheck,
  remainingOf,
} from '#shared/rules/invoices/check-invoices.ts'
import { bytesOf, type SampleEInvoice, sampleXml } from '../../invoices/sample-einvoice.ts'

const PAYOUT: PayoutToCheck = {
  amount: 1_272_000,
  vendor: '上海测试云科技有限公司',
  vendorTaxId: '91310115MA1K4ABCDD',
  ourName: '北京青云科技股份有限公司',
  ourTaxId: '91110105MA0001HX7A',
  today: '2026-11-21',
}
const RED = {
  net: '-12000.00',
  tax: '-720.00',
  gross: '-12720.00',
  lines: [['-12000.00', '0.06', '-720.00']],
}
const BLUE: KnownInvoice = { number: '26312000000000000001', gross: 1_272_000, original: null }

function read(...samples: readonly Partial<SampleEInvoice>[]) {
  return samples.flatMap((sample) => readInvoiceXml(bytesOf(sampleXml(sample))))
}
function red(part: { readonly net: string; readonly tax: string; readonly gross: string }, number: string) {
  return read({
    ...part,
    number,
    lines: [[part.net, '0.06', part.tax]],
    remark: `被红冲蓝字数电票号码：${BLUE.number}`,
  })
}
const check = (
  readings: ReturnType<typeof read>,
  known: readonly KnownInvoice[] = [],
  payout: Partial<PayoutToCheck> = {},
) => checkInvoices(readings, { ...PAYOUT, ...payout }, known)

describe('one invoice for one payout', () => {
  it.each<[string, Partial<SampleEInvoice>, string]>([
    ['a number of 19 digits', { number: '2631200000000000002' }, 'invoice_number_malformed'],
    ['a letter in the number', { number: '2631200000000000002A' }, 'invoice_number_malformed'],
    ['a kind that is not said', { kind: '' }, 'kind_unknown'],
    ['a day to come', { issueTime: '2026-11-22' }, 'issue_date_in_future'],
    ['sums that do not meet', { tax: '719.99' }, 'net_plus_tax_not_gross'],
    ['lines that come to less', { lines: [['11999.99', '0.06', '720.00']] }, 'lines_not_sum'],
    [
      'a line without an amount',
      {
        lines: [
          ['12000.00', '0.06', '720.00'],
          ['', '0.06', ''],
        ],
      },
      'lines_not_sum',
    ],
    ['another buyer', { buyer: '北京青云科技集团有限公司' }, 'buyer_name_mismatch'],
    ['no buyer', { buyer: '' }, 'buyer_name_mismatch'],
    ["another buyer's tax id", { buyerTaxId: '91110105MA0001HX7B' }, 'buyer_tax_id_mismatch'],
    ['another seller', { seller: '上海测试云科技股份有限公司' }, 'seller_mismatch'],
    ["another seller's tax id", { sellerTaxId: '91310115MA1K4ABCDE' }, 'seller_mismatch'],
    [
      'one fen more',
      { net: '12000.01', gross: '12720.01', lines: [['12000.01', '0.06', '720.00']] },
      'amount_mismatch',
    ],
  ])('%s', (_what, sample, code) => {
    expect(check(read(sample)).code).toBe(code)
  })

  it('names the first code in the given order, and all of them as findings', () => {
    const { code, expect: decided, findings } = check(read({ kind: '', buyer: 'x', issueTime: '2026-12-01' }))
    expect([decided, code]).toEqual(['review', 'kind_unknown'])
    expect(findings.map(({ rule }) => rule)).toEqual([
      'kind_unknown',
      'issue_date_in_future',
      'buyer_name_mismatch',
    ])
  })

  it('says of another seller both its name and its tax id', () => {
    const { findings } = check(read({ seller: '别家科技有限公司', sellerTaxId: '91310115MA1K4ABCDE' }))
    expect(findings.map(({ rule, field }) => [rule, field])).toEqual([
      ['seller_mismatch', 'seller'],
      ['seller_mismatch', 'seller_tax_id'],
    ])
  })

  it('takes one writing of a name for another: brackets, width, blanks', () => {
    const name = '测试(上海)云科技有限公司'
    const sample = { seller: '测试（上海）云科技有限公司 ', sellerTaxId: '91310115ma1k4abcdd' }
    expect(check(read(sample), [], { vendor: name }).expect).toBe('accept')
  })

  it('asks no tax id of a vendor whose own is not known', () => {
    expect(check(read({ sellerTaxId: '' }), [], { vendorTaxId: null }).expect).toBe('accept')
  })
})

describe('a tax bureau as seller', () => {
  const bureau = { seller: '国家税务总局上海市浦东新区税务局', sellerTaxId: '11310000MB2F303070' }

  it.each([
    ['代开企业名称：上海测试云科技有限公司 代开企业税号：91310115MA1K4ABCDD', 'accept'],
    ['代开人姓名: 上海测试云科技有限公司', 'accept'],
    ['代开企业名称：上海测试云科技有限公司 代开企业税号：91310115MA1K4ABCDE', 'reject'],
    ['代开企业名称：上海测试云科技有限公司二部', 'reject'],
    ['', 'reject'],
  ])('whose remark says %s', (remark, expected) => {
    expect(check(read({ ...bureau, remark })).expect).toBe(expected)
  })

  it('names a person', () => {
    const remark = '代开人：张三 身份证号码：110101199003070038'
    expect(check(read({ ...bureau, remark }), [], { vendor: '张三', vendorTaxId: null }).expect).toBe(
      'accept',
    )
    expect(check(read({ ...bureau, remark }), [], { vendor: '张', vendorTaxId: null }).code).toBe(
      'seller_mismatch',
    )
  })
})

test('several invoices pay together, to the fen', () => {
  const half = {
    net: '6000.00',
    tax: '360.00',
    gross: '6360.00',
    lines: [['6000.00', '0.06', '360.00']],
  } as const
  const two = read(half, { ...half, number: '26312000000000000022' })
  expect(check(two).expect).toBe('accept')
  expect(check(read(half)).code).toBe('amount_mismatch')
  expect(check(two, [], { amount: 1_272_001 }).code).toBe('amount_mismatch')
})

test('a number that is known, or stands there twice, is a duplicate of it', () => {
  const number = '26312000000000000021'
  expect(check(read({}), [{ ...BLUE, number }])).toMatchObject({ expect: 'duplicate', of: number })
  expect(check(read({}, {}))).toMatchObject({ expect: 'duplicate', of: number })
  expect(check(read({}), [BLUE]).expect).toBe('accept')
})

test('a red letter reverses the invoice it names, and tells what is left of it', () => {
  const part = { net: '-6000.00', tax: '-360.00', gross: '-6360.00' }
  const first = red(part, '26312000000000000031')
  expect(check(first, [BLUE])).toMatchObject({
    expect: 'reverses',
    original: BLUE.number,
    remainingGross: 636_000,
  })
  const before = { number: '26312000000000000030', gross: -500_000, original: BLUE.number }
  expect(check(first, [BLUE, before]).remainingGross).toBe(136_000)
  expect(check(first, [])).toMatchObject({ original: BLUE.number, remainingGross: null })
  const whole = red(RED, '26312000000000000032')
  expect(check(whole, [BLUE]).remainingGross).toBe(0)
})

test('a red letter of another buyer is refused for that', () => {
  const [reading] = read({ ...RED, lines: [['-12000.00', '0.06', '-720.00']], buyer: 'x' })
  expect(check(reading === undefined ? [] : [reading]).code).toBe('buyer_name_mismatch')
})

test('a red letter that names no original is for a person', () => {
  const nameless = read({ ...RED, lines: [['-12000.00', '0.06', '-720.00']] })
  expect(check(nameless)).toMatchObject({ expect: 'review', original: null })
})

test('what is left of an invoice is its gross less all red letters that name it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: -1 })), (reds) => {
      const known = reds.map((gross, at) => ({ number: String(at), gross, original: BLUE.number }))
      const sum = reds.reduce((total, gross) => total + gross, 0)
      expect(remainingOf(BLUE.number, [BLUE, ...known])).toBe(BLUE.gross + sum)
    }),
  )
})

describe('an invoice whose red letter came first', () => {
  it('counts for what is left of it', () => {
    const known = [{ number: '26312000000000000090', gross: -272_000, original: BLUE.number }]
    const [blue] = read({ number: BLUE.number })
    if (blue === undefined) throw new Error('the sample is one invoice')
    expect(check([blue], known)).toMatchObject({
      ...{ expect: 'reject', code: 'amount_mismatch' },
      findings: [{ rule: 'reversed_before', severity: 'should' }, { rule: 'amount_mismatch' }],
    })
    expect(check([blue], known, { amount: 1_000_000 })).toMatchObject({ expect: 'accept', code: null })
  })
})

test('the amount in capitals bears the figures out, however it is spelt', () => {
  for (const inCapitals of ['壹万贰仟柒佰贰拾元整', '壹万贰仟柒佰贰拾圆整', '']) {
    expect(check(read({ inCapitals })).findings).toEqual([])
  }
  const wrong = check(read({ inCapitals: '壹万贰仟柒佰贰拾壹圆整' }))
  expect([wrong.expect, wrong.findings[0]?.rule]).toEqual(['accept', 'capitals_differ'])
})

test('the smallest change that is told makes it pass', () => {
  const { findings } = check(read({}), [], { amount: 1_000_000 })
  expect(findings[0]?.remedy.zh).toContain('¥10,000.00')
  expect(check(read({}), [], { amount: 1_272_000 }).expect).toBe('accept')
})
