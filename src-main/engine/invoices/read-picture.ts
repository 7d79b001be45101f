import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Invoice, InvoiceReading } from '#shared/invoices/invoice.ts'
import { type InvoiceQr, readQr } from '#shared/invoices/read-qr.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'

/** A page at 400 dpi has some 16 million; each takes four bytes, twice while it is read. */
export const MOST_PIXELS = 20_000_000
/** A page has one code of its invoice, and perhaps some of others. */
const MOST_CODES = 8

/** A picture as it is drawn: 4 bytes a pixel, red, green, blue and opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

let prepared: Promise<unknown> | null = null

/** The library fetches its second half by address; here it is read from the package. */
function prepare(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    (bytes) =>
      prepareZXingModule({
        overrides: { wasmBinary: Uint8Array.from(bytes).buffer },
        fireImmediately: true,
      }),
  )
  return prepared
}

/** Whether bytes are a picture that can be read, of a size that any page has. */
export function isPicture(bytes: Uint8Array): boolean {
  const { mediaType, width, height } = readImageInfo(bytes)
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return false
  return width !== null && height !== null && width * height <= MOST_PIXELS
}

/** The invoices whose QR codes are in a picture; none where it has none. */
export async function readPicture(picture: Uint8Array | Pixels): Promise<readonly InvoiceReading[]> {
  await prepare()
  const found = await readBarcodes(picture instanceof Uint8Array ? picture : imageOf(picture), {
    formats: ['QRCode'],
    maxNumberOfSymbols: MOST_CODES,
    tryHarder: true,
  })
  return found.flatMap(({ text }) => {
    const read = readQr(text)
    return 'problem' in read ? [] : [{ kind: 'invoice' as const, invoice: invoiceOf(read) }]
  })
}

/** The library asks for a picture of a canvas, and looks at no more of it than this. */
function imageOf({ width, height, data }: Pixels): Picture {
  return { width, height, data } as Picture
}
type Picture = Parameters<typeof readBarcodes>[0]

/** What a code says of its invoice: neither parties nor lines. */
function invoiceOf({ code, number, amount, amountIs, date }: InvoiceQr): Invoice {
  return {
    ...{ number, code, kind: null, seller: '', sellerTaxId: '', buyer: '', buyerTaxId: '' },
    net: amountIs === 'net' ? amount : null,
    gross: amountIs === 'gross' ? amount : null,
    ...{ tax: null, issuedOn: date, lines: [], remark: '', capitals: '' },
    redLetter: amount < 0 ? { original: null, confirmation: null } : null,
  }
}
