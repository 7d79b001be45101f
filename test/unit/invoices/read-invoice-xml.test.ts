import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { Invoice } from '#shared/invoices/invoice.ts'
import { ratesOf } from '#shared/invoices/invoice.ts'
import { readInvoiceXml } from '#shared/invoices/read-invoice-xml.ts'
import { readTaxRate } from '#shared/invoices/tax-rate.ts'
import { bytesOf, ORDINARY, sampleXml } from './sample-einvoice.ts'

function read(xml: string | Uint8Array): Invoice {
  const [reading] = readInvoiceXml(typeof xml === 'string' ? bytesOf(xml) : xml)
  if (reading?.kind !== 'invoice') throw new Error(`no invoice: ${JSON.stringify(reading)}`)
  return reading.invoice
}

function problem(xml: string) {
  const [reading] = readInvoiceXml(bytesOf(xml))
  return reading?.kind === 'problem' ? reading.problem : null
}

describe('where the kind is said', () => {
  it.each([
    ['01', '<GeneralOrSpecialVAT><LabelCode>01</LabelCode></GeneralOrSpecialVAT>', 'special'],
    ['02', ORDINARY, 'ordinary'],
    [
      'a name alone',
      '<GeneralOrSpecialVAT><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT>',
      'special',
    ],
    [
      'the label of the type',
      '<EInvoiceType><LabelName>电子发票（普通发票）</LabelName></EInvoiceType>',
      'ordinary',
    ],
    ['the label of the issue', '<InIssuType><LabelCode>02</LabelCode></InIssuType>', 'ordinary'],
    [
      'a label elsewhere',
      '<Other><GeneralOrSpecialVAT><LabelCode>02</LabelCode></GeneralOrSpecialVAT></Other>',
      'ordinary',
    ],
    ['nowhere', '', null],
    [
      'code and name that differ',
      '<GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>普通发票</LabelName></GeneralOrSpecialVAT>',
      null,
    ],
    ['two labels that differ', `${ORDINARY}<X>${ORDINARY.replace('02', '01')}</X>`, null],
    ['a code nobody knows', '<GeneralOrSpecialVAT><LabelCode>77</LabelCode></GeneralOrSpecialVAT>', null],
  ])('%s', (_where, kind, expected) => {
    expect(read(sampleXml({ kind })).kind).toBe(expected)
  })
})

test.each(['0.2', '0.31'])('version %s is read with a prefix, a default namespace and none', (version) => {
  const plain = sampleXml({ version })
  const named = plain.replace('<EInvoice>', '<EInvoice xmlns="urn:x">')
  const prefixed = plain
    .replaceAll(/<(\/?)(?=\w)/g, '<$1e:')
    .replace('<e:EInvoice>', '<e:EInvoice xmlns:e="urn:x">')
  expect(read(named)).toEqual(read(plain))
  expect(read(prefixed)).toEqual(read(plain))
})

test('a signature in the file, a mark before it and numeric references change nothing', () => {
  const plain = sampleXml()
  const signed = plain.replace(
    '</EInvoice>',
    '<Signature><SignatureValue>AA==</SignatureValue></Signature></EInvoice>',
  )
  const referenced = plain.replace('上海', '&#19978;&#x6d77;')
  expect(read(`\uFEFF${signed}`)).toEqual(read(plain))
  expect(read(referenced)).toEqual(read(plain))
})

test('several invoices in one file are several', () => {
  const two = [sampleXml(), sampleXml({ number: '26312000000000000022' })]
    .map((xml) => xml.replace(/<\?xml[^>]*>/, ''))
    .join('')
  const numbers = readInvoiceXml(bytesOf(`<Invoices>${two}</Invoices>`)).map((reading) =>
    reading.kind === 'invoice' ? reading.invoice.number : null,
  )
  expect(numbers).toEqual(['26312000000000000021', '26312000000000000022'])
})

test('a red letter names its original in the remark, in both spellings, or in an element of its own', () => {
  const red = { net: '-12000.00', tax: '-720.00', gross: '-12720.00' }
  const original = '26312000000000000001'
  const remarks = [
    `被红冲蓝字数电发票号码：${original} 红字发票信息确认单编号：3100000000000001`,
    `被红冲蓝字数电票号码：${original}\n红字发票信息确认单编号：3100000000000001`,
    `被红冲蓝字数电票号码: ${original}，红字发票信息确认单编号:3100000000000001`,
  ]
  for (const remark of remarks) {
    expect(read(sampleXml({ ...red, remark })).redLetter).toEqual({
      original,
      confirmation: '3100000000000001',
    })
  }
  const specific =
    `<RedEInvoice><OriginalInvoiceCode>${original}</OriginalInvoiceCode>` +
    '<CreditNoteNumber>11010824091002615708</CreditNoteNumber></RedEInvoice>'
  expect(read(sampleXml({ ...red, specific })).redLetter).toEqual({
    original,
    confirmation: '11010824091002615708',
  })
})

test('a red letter for a coded invoice names code and number', () => {
  const { redLetter } = read(
    sampleXml({
      ...{ net: '-12000.00', tax: '-720.00', gross: '-12720.00' },
      remark: '对应正数发票代码:044032000111号码:12345678',
    }),
  )
  expect(redLetter?.original).toBe('04403200011112345678')
})

test('an invoice free of tax has none, whatever stands in the place of the amount', () => {
  for (const [rate, tax] of [
    ['免税', '***'],
    ['不征税', '***'],
    ['免税', ''],
    ['0', '0.00'],
  ] as const) {
    const invoice = read(
      sampleXml({ net: '100.00', tax, gross: '100.00', lines: [['100.00', rate, tax]], kind: ORDINARY }),
    )
    expect([invoice.tax, ratesOf(invoice)]).toEqual([0, [rate]])
  }
  const taxed = sampleXml({ net: '100.00', tax: '***', gross: '106.00', lines: [['100.00', '0.06', '***']] })
  expect(problem(taxed)).toBe('unreadable')
})

test('lines of a road toll state a rate and no amount', () => {
  const invoice = read(sampleXml({ lines: [['', '0.03', '']] }))
  expect(invoice.lines).toEqual([{ net: null, tax: null, rate: '3' }])
})

test.each([
  ['0.06', '6'],
  ['6%', '6'],
  ['６％', '6'],
  ['0.130000', '13'],
  ['0.015', '1.5'],
  ['1.5%', '1.5'],
  ['0.005', '0.5'],
  ['0.03', '3'],
  ['3', '3'],
  ['0', '0'],
  ['0.00', '0'],
  ['免税', '免税'],
  ['不征税', '不征税'],
  ['x', null],
  ['', null],
])('a rate written %s is %s per cent', (written, expected) => {
  expect(readTaxRate(written)).toBe(expected)
})

test('a document type, an entity and what is no invoice are refused with that word', () => {
  expect(problem(sampleXml().replace('?>', '?><!doctype EInvoice>'))).toBe('doctype')
  expect(problem('<html><body>hello</body></html>')).toBe('unreadable')
  expect(problem('<EInvoice><Header></EInvoice>')).toBe('unreadable')
  expect(problem('')).toBe('unreadable')
  expect(problem(sampleXml({ gross: 'NaN' }))).toBe('unreadable')
  expect(problem(sampleXml({ issueTime: '2026-02-30' }))).toBe('unreadable')
})

test('an element that says two things says nothing', () => {
  const twice = sampleXml().replace('</BasicInformation>', '<TotalTaxAm>1.00</TotalTaxAm></BasicInformation>')
  expect(problem(twice)).toBe('unreadable')
})

test('deep nesting ends in a word and not in a crash', () => {
  expect(problem('<a>'.repeat(100_000))).toBe('unreadable')
  expect(problem('<a>'.repeat(5000) + '</a>'.repeat(5000))).toBe('unreadable')
})

test('amounts are read digit by digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }), (fen) => {
      const amount = decimalAmount(fen)
      const invoice = read(
        sampleXml({ net: amount, tax: '0.00', gross: amount, lines: [[amount, '0', '0.00']] }),
      )
      expect([invoice.net, invoice.gross]).toEqual([fen, fen])
    }),
  )
})

test('bytes that were changed anywhere are an invoice or a word, and never a crash', () => {
  const bytes = bytesOf(sampleXml())
  const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), byte: fc.nat({ max: 255 }) })
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 20 }),
      fc.nat({ max: bytes.length }),
      (changes, cut) => {
        const changed = Uint8Array.from(bytes)
        for (const { at, byte } of changes) changed[at] = byte
        for (const given of [changed, changed.subarray(0, cut)]) {
          expect(readInvoiceXml(given).length).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: 300 },
  )
})
