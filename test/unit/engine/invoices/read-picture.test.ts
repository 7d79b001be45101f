import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { toBuffer } from 'qrcode'
import { expect, it } from 'vitest'
import { readInvoiceFile } from '#main/engine/invoices/read-invoice-file.ts'
import { zipOf } from '../../../fixtures/build-zip.ts'
import { bytesOf, sampleXml } from '../../invoices/sample-einvoice.ts'

const CODE = '01,32,,26312000000000000021,12720.00,20261118,,A1B2'
const read = (bytes: Uint8Array) => readInvoiceFile(bytes, () => Promise.resolve(null))
const codeOf = (text: string) => toBuffer(text, { scale: 4 })

/** A PDF whose page is pictures. */
async function scanOf(...pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = new PDFDocument()
  for (const picture of pictures) document.image(Buffer.from(picture))
  document.end()
  return Uint8Array.from(await buffer(document))
}

it('a picture gives what its QR code says, and neither parties nor lines', async () => {
  expect(await read(await codeOf(CODE))).toMatchObject([
    {
      source: 'qr-code',
      reading: {
        kind: 'invoice',
        invoice: {
          ...{ number: '26312000000000000021', gross: 1_272_000, net: null, issuedOn: '2026-11-18' },
          ...{ seller: '', buyer: '', lines: [] },
        },
      },
    },
  ])
})

it('a PDF of pictures gives the codes that are in them', async () => {
  const found = await read(await scanOf(await codeOf(CODE)))
  expect(found).toMatchObject([{ source: 'qr-code', reading: { invoice: { gross: 1_272_000 } } }])
})

it('a picture or scan without the code of an invoice is none', async () => {
  const other = await codeOf('https://example.cn')
  const problem = { reading: { kind: 'problem', problem: 'unreadable' } }
  expect(await read(other)).toMatchObject([problem])
  expect(await read(await scanOf(other))).toMatchObject([problem])
})

it('beside the data of its invoice in an archive a picture says nothing', async () => {
  const archive = zipOf([
    { name: 'a.xml', bytes: bytesOf(sampleXml()) },
    { name: 'a.png', bytes: await codeOf(CODE) },
  ])
  expect((await read(archive)).map(({ source }) => source)).toEqual(['xml'])
})

it('a picture of more points than any page has is not opened', async () => {
  const picture = Uint8Array.from(await codeOf(CODE))
  new DataView(picture.buffer).setUint32(16, 100_000)
  new DataView(picture.buffer).setUint32(20, 100_000)
  expect(await read(picture)).toMatchObject([{ reading: { kind: 'problem' } }])
})
