import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { readInvoiceFile } from '#main/engine/invoices/read-invoice-file.ts'
import { zipOf } from '../../../fixtures/build-zip.ts'
import { bytesOf, sampleXml } from '../../invoices/sample-einvoice.ts'
import { carryingOfd, EDRM, taggedOfd } from '../../invoices/sample-ofd.ts'
import { samplePdf } from '../../invoices/sample-pdf.ts'

const NUMBER = '26312000000000000021'
const decode = async (source: Uint8Array) => workbookGrids(source)
const read = (bytes: Uint8Array) => readInvoiceFile(bytes, decode)
const readings = async (bytes: Uint8Array) =>
  (await read(bytes)).map(({ source, entry, reading }) => ({
    source,
    entry,
    number: reading.kind === 'invoice' ? reading.invoice.number : reading.problem,
  }))
async function only(bytes: Uint8Array) {
  const [found] = await read(bytes)
  if (found?.reading.kind !== 'invoice') throw new Error(`no invoice: ${JSON.stringify(found)}`)
  return found.reading.invoice
}

describe('an OFD', () => {
  it('of the old kind gives the XML it carries, mark and all', async () => {
    expect(await only(carryingOfd('Doc_0/Attachs/original_invoice.xml', EDRM))).toMatchObject({
      ...{ code: '044032000111', number: '12345678', kind: 'ordinary', issuedOn: '2020-08-17' },
      ...{ net: 10_000, tax: 600, gross: 10_600, remark: '备注' },
      lines: [{ net: 10_000, tax: 600, rate: '6' }],
    })
  })

  it('with an EInvoice gives that', async () => {
    expect((await only(carryingOfd('Doc_0/Attachs/x.xml', sampleXml()))).number).toBe(NUMBER)
  })

  it('of 2024 gives its fields and what its tags point to, a sign apart from its figure too', async () => {
    expect(await only(taggedOfd())).toEqual({
      ...{ code: null, number: '26312000000000000051', kind: 'special', issuedOn: '2026-11-18' },
      ...{ buyer: '北京青云科技股份有限公司', buyerTaxId: '91110105MA0001HX7A' },
      ...{ seller: '上海测试云科技有限公司', sellerTaxId: '91310115MA1K4ABCDD' },
      ...{ net: -1_200_000, tax: -72_000, gross: -1_272_000, capitals: '' },
      lines: [{ net: null, tax: null, rate: '6' }],
      remark: '被红冲蓝字数电发票号码：26312000000000000001',
      redLetter: { original: '26312000000000000001', confirmation: null },
    })
  })

  it('that declares entities is refused with that word', async () => {
    const declaring = sampleXml().replace('?>', '?><!DOCTYPE EInvoice>')
    expect(await readings(carryingOfd('Doc_0/Attachs/invoice.xml', declaring))).toMatchObject([
      { number: 'doctype' },
    ])
  })
})

test('a PDF gives what its page draws as text', async () => {
  expect(await only(await samplePdf(NUMBER))).toMatchObject({
    ...{ code: null, number: NUMBER, kind: 'special', issuedOn: '2026-11-18' },
    ...{ buyer: '北京青云科技股份有限公司', buyerTaxId: '91110105MA0001HX7A' },
    ...{ seller: '上海测试云科技有限公司', sellerTaxId: '91310115MA1K4ABCDD' },
    ...{ net: 1_200_000, tax: 72_000, gross: 1_272_000 },
    lines: [{ net: 1_200_000, tax: 72_000, rate: '6' }],
    remark: '云市场 2026 年 10 月结算',
  })
})

const HEADER = [
  ...['序号', '发票代码', '发票号码', '数电发票号码', '销方识别号', '销方名称', '购方识别号', '购买方名称'],
  ...['开票日期', '金额', '税率', '税额', '价税合计', '发票票种', '是否正数发票', '备注'],
]
function workbook(...rows: readonly (readonly string[])[]): Uint8Array {
  return sheetOf([HEADER, ...rows])
}
function sheetOf(rows: readonly (readonly string[])[]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '发票')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}
const PARTIES = [
  '91310115MA1K4ABCDD',
  '上海测试云科技有限公司',
  '91110105MA0001HX7A',
  '北京青云科技股份有限公司',
]
const row = (code: string, number: string, digital: string, ...rest: readonly string[]) => [
  ...['1', code, number, digital, ...PARTIES, '2026-11-18 10:11:12', ...rest],
]

test('a workbook of the tax bureau has one invoice in as many rows as it has lines', async () => {
  const kind = '数电发票（增值税专用发票）'
  const book = workbook(
    row('', '', NUMBER, '6000.00', '6%', '360.00', '6360.00', kind, '是', ''),
    row('', '', NUMBER, '5000.00', '13%', '650.00', '5650.00', kind, '是', ''),
    row(
      '255020000001',
      '45098656',
      '25502000000145098656',
      '100.00',
      '免税',
      '***',
      '100.00',
      kind,
      '是',
      '',
    ),
    row(
      '044032000111',
      '12345678',
      '',
      '-100.00',
      '6%',
      '-6.00',
      '-106.00',
      '增值税普通发票',
      '否',
      '对应正数发票代码:044032000111号码:12345677',
    ),
  )
  const found = (await read(book)).map(({ reading }) => reading)
  expect(found).toMatchObject([
    { invoice: { number: NUMBER, net: 1_100_000, tax: 101_000, gross: 1_201_000, kind: 'special' } },
    { invoice: { number: '25502000000145098656', code: null, tax: 0 } },
    {
      invoice: {
        ...{ number: '12345678', code: '044032000111', gross: -10_600, kind: 'ordinary' },
        redLetter: { original: '04403200011112345677' },
      },
    },
  ])
})

test('a workbook says what an invoice comes to, also where that is not its net and tax', async () => {
  const kind = '数电发票（增值税专用发票）'
  const of = (number: string, gross: string) =>
    row('', '', number, '100.00', '6%', '6.00', gross, kind, '是', '')
  const book = workbook(of(NUMBER, '106.01'), of('26312000000000000022', ''))
  expect((await read(book)).map(({ reading }) => reading)).toMatchObject([
    { invoice: { net: 10_000, tax: 600, gross: 10_601 } },
    { invoice: { net: 10_000, tax: 600, gross: 10_600 } },
  ])
})

test.each(['已作废', '已红冲-全额', '已红冲-部分'])(
  'an invoice that the tax bureau has as %s pays nothing, and the table says which',
  async (state) => {
    const sheet = [
      [...HEADER, '发票状态'],
      [...row('', '', NUMBER, '100.00', '6%', '6.00', '106.00', '数电发票（普通发票）', '是', ''), state],
      [
        ...row('', '', '26312000000000000022', '1.00', '6%', '.06', '1.06', '数电发票（普通发票）', '是', ''),
        '正常',
      ],
    ]
    expect((await read(sheetOf(sheet))).map(({ reading }) => reading)).toMatchObject([
      { kind: 'problem', problem: 'not-valid', place: `${NUMBER}: ${state}` },
      { kind: 'invoice', invoice: { number: '26312000000000000022', gross: 106 } },
    ])
  },
)

describe('an archive', () => {
  it('with one invoice in several forms has it once, as data', async () => {
    const zip = zipOf([
      { name: 'a.pdf', bytes: await samplePdf(NUMBER) },
      { name: 'a.ofd', bytes: carryingOfd('Doc_0/Attachs/x.xml', sampleXml()) },
      { name: 'a.xml', bytes: bytesOf(sampleXml()) },
    ])
    expect(await readings(zip)).toEqual([{ source: 'xml', entry: 'a.xml', number: NUMBER }])
  })

  it('with two files of one form and number has both, for that is a duplicate', async () => {
    const zip = zipOf(['a.xml', 'b.xml'].map((name) => ({ name, bytes: bytesOf(sampleXml()) })))
    expect(await readings(zip)).toHaveLength(2)
  })

  it('that unpacks to more than the budget is refused before it is unpacked', async () => {
    const large = new Uint8Array(70 * 1024 * 1024)
    const zip = zipOf(['a.xml', 'b.xml'].map((name) => ({ name, bytes: large })))
    expect(zip.length).toBeLessThan(1024 * 1024)
    expect(await readings(zip)).toMatchObject([{ number: 'unreadable' }, { number: 'unreadable' }])
  })

  it('inside archives inside archives ends in a word', async () => {
    let zip = zipOf([{ name: 'a.xml', bytes: bytesOf(sampleXml()) }])
    for (let depth = 0; depth < 6; depth++) zip = zipOf([{ name: 'a.zip', bytes: zip }])
    expect(await readings(zip)).toMatchObject([{ number: 'unreadable' }])
  })
})

test('bytes that were changed anywhere are an answer and never a crash', async () => {
  const samples = [
    taggedOfd(),
    carryingOfd('Doc_0/Attachs/original_invoice.xml', EDRM),
    zipOf([{ name: 'a.xml', bytes: bytesOf(sampleXml()) }]),
    await samplePdf(NUMBER),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
        minLength: 1,
        maxLength: 8,
      }),
      async (sample, changes) => {
        const changed = Uint8Array.from(sample)
        for (const [at, byte] of changes) changed[Math.floor(at * changed.length)] = byte
        expect((await read(changed)).length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 60 },
  )
})
