import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { zipOf } from '../../fixtures/build-zip.ts'
import { bytesOf, sampleXml } from '../invoices/sample-einvoice.ts'
import { taggedOfd } from '../invoices/sample-ofd.ts'
import { samplePdf } from '../invoices/sample-pdf.ts'
import { cli } from './cli-run.ts'

const fixtures = new URL('../../fixtures/invoices/', import.meta.url)
const expectedSchema = z.object({
  today: z.string(),
  our_name: z.string(),
  our_tax_id: z.string(),
  files: z.record(
    z.string(),
    z.object({
      fields: z.record(z.string(), z.unknown()),
      verdict_for_payout_of: z.looseObject({ expect: z.string() }),
    }),
  ),
})
const { files, ...ours } = expectedSchema.parse(
  JSON.parse(readFileSync(new URL('expected.json', fixtures), 'utf8')),
)
const cases = Object.entries(files).map(([name, said]) => ({ name, ...said }))
const fixture = (name: string) => fileURLToPath(new URL(name, fixtures))

let folder = ''
async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'invoice-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the worked cases', () => {
  it.each(cases)('$name is read as it says', async ({ name, fields, verdict_for_payout_of: verdict }) => {
    const { code, out, errors } = await cli('invoice', 'read', fixture(name), '--json')
    if (verdict.code === 'doctype_not_allowed') {
      expect([code, out]).toEqual([2, ''])
      expect(errors).toContain('DOCTYPE')
    } else {
      expect(JSON.parse(out)).toEqual(fields)
      expect(code).toBe(0)
    }
  })

  it.each(cases)('$name is decided as it says', async ({ name, verdict_for_payout_of: verdict }) => {
    const { payout_amount, vendor, vendor_tax_id, ...decided } = verdict
    const payout = await put('payout.json', JSON.stringify({ ...ours, payout_amount, vendor, vendor_tax_id }))
    const { code, out } = await cli('invoice', 'check', fixture(name), '--payout', payout, '--json')
    expect(JSON.parse(out)).toMatchObject(decided)
    expect(code).toBe(decided.expect === 'accept' ? 0 : 1)
  })
})

const PAYOUT = {
  ...ours,
  payout_amount: '12720.00',
  vendor: '上海测试云科技有限公司',
  vendor_tax_id: null,
}

test('a file that is no invoice is one object too, and rejected', async () => {
  const payout = await put('payout.json', JSON.stringify(PAYOUT))
  for (const content of ['', 'hello', '\u0000\u0001', '<a/>', 'PK\u0003\u0004 torn']) {
    const file = await put('odd', content)
    const { code, out } = await cli('invoice', 'check', file, '--payout', payout, '--json')
    expect(JSON.parse(out)).toMatchObject({ expect: 'reject', code: 'unreadable' })
    expect(code).toBe(1)
    expect((await cli('invoice', 'read', file, '--json')).code).toBe(2)
  }
})

test('an archive holds several invoices, in folders and in archives', async () => {
  const numbers = ['26312000000000000041', '26312000000000000042', '26312000000000000043']
  const [one = '', two = '', three = ''] = numbers.map((number) => sampleXml({ number }))
  const inner = zipOf([{ name: 'xml/invoice.xml', bytes: bytesOf(three) }])
  const zip = zipOf([
    { name: 'a/xml/invoice.xml', bytes: bytesOf(one) },
    { name: 'b/', bytes: new Uint8Array() },
    { name: 'b/发票.XML', bytes: bytesOf(two) },
    { name: 'c.zip', bytes: inner },
    { name: 'readme.txt', bytes: bytesOf('no invoice') },
    { name: '__MACOSX/._invoice.xml', bytes: bytesOf('no invoice') },
  ])
  const { code, out } = await cli('invoice', 'read', await put('several.zip', zip), '--json')
  const read = z.array(z.object({ invoice_no: z.string() })).parse(JSON.parse(out))
  expect([code, read.map(({ invoice_no }) => invoice_no)]).toEqual([0, numbers])
})

test('PDF and OFD are read in the thread as XML is', async () => {
  for (const [name, bytes, number] of [
    ['a.pdf', await samplePdf('26312000000000000061'), '26312000000000000061'],
    ['a.ofd', taggedOfd(), '26312000000000000051'],
  ] as const) {
    const { code, out } = await cli('invoice', 'read', await put(name, bytes), '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { invoice_no: number, seller: PAYOUT.vendor }])
  }
})

test('a PDF is accepted, and the XML or OFD is asked for', async () => {
  const path = await put('page.pdf', await samplePdf('26312000000000000061'))
  const payout = await put('page.json', JSON.stringify(PAYOUT))
  const { out } = await cli('invoice', 'check', path, '--payout', payout, '--json')
  expect(JSON.parse(out)).toMatchObject({
    expect: 'accept',
    findings: [
      { rule: 'page_only', severity: 'info', remedy: { zh: expect.stringContaining('XML 或 OFD') } },
    ],
  })
})

test('a part of an archive that is no invoice is named and makes exit code 1', async () => {
  const zip = zipOf([
    { name: 'good.xml', bytes: bytesOf(sampleXml()) },
    { name: 'torn.xml', bytes: bytesOf(sampleXml().slice(0, 200)) },
  ])
  const { code, out, errors } = await cli('invoice', 'read', await put('half.zip', zip), '--json')
  expect(JSON.parse(out)).toMatchObject({ invoice_no: '26312000000000000021' })
  expect([code, errors]).toEqual([1, expect.stringContaining('torn.xml')])
})

test('known invoices tell a duplicate, and what a red letter leaves', async () => {
  const payout = await put('payout.json', JSON.stringify(PAYOUT))
  const read = await cli('invoice', 'read', fixture('ok_special_6.xml'), '--json')
  const known = await put('known.json', `[${read.out}]`)
  const run = async (name: string) =>
    JSON.parse(
      (await cli('invoice', 'check', fixture(name), '--payout', payout, '--known', known, '--json')).out,
    )
  expect(await run('ok_special_6.xml')).toMatchObject({
    expect: 'duplicate',
    of: '26312000000000000001',
  })
  expect(await run('red_full.xml')).toMatchObject({
    expect: 'reverses',
    original: '26312000000000000001',
    remaining_gross: '0.00',
  })
})

test('each finding has its rule, severity, place and remedy', async () => {
  const payout = await put('payout.json', JSON.stringify(PAYOUT))
  const { out } = await cli('invoice', 'check', fixture('bad_buyer.xml'), '--payout', payout, '--json')
  expect(JSON.parse(out).findings).toEqual([
    {
      rule: 'buyer_name_mismatch',
      severity: 'must',
      place: expect.stringMatching(/bad_buyer\.xml: buyer$/),
      remedy: { zh: expect.stringContaining('重开'), en: expect.stringContaining('reversed') },
    },
  ])
})

test('what is missing or wrong on the command line is usage', async () => {
  const good = fixture('ok_special_6.xml')
  const wrong = await put('wrong.json', '{"payout_amount": 5}')
  for (const args of [
    ['check', good],
    ['check', good, '--payout', 'nowhere.json'],
    ['check', good, '--payout', wrong],
    ['check', 'nowhere.xml', '--payout', await put('payout.json', JSON.stringify(PAYOUT))],
    ['read', 'nowhere.xml'],
    ['qr', '01,31', '--json'],
  ]) {
    expect([args, (await cli('invoice', ...args)).code]).toEqual([args, 2])
  }
})

test('a QR text is printed with its fields', async () => {
  const { code, out } = await cli('invoice', 'qr', '01,32,,23442000000014209621,112,20230215,,74AE', '--json')
  expect([code, JSON.parse(out)]).toEqual([
    0,
    {
      ...{ type: '32', code: null, number: '23442000000014209621' },
      ...{ amount: '112.00', amount_is: 'gross', date: '2023-02-15', check: null },
    },
  ])
})
