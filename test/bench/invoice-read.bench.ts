// A thousand invoices dropped at once, XML, OFD and PDF in turn: read as what they say, against unzipping and parsing the
// same bytes and looking at nothing.
import { inflateRawSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readInvoiceFile } from '#main/engine/invoices/read-invoice-file.ts'
import { bytesOf, sampleXml } from '#test/unit/invoices/sample-einvoice.ts'
import { carryingOfd } from '#test/unit/invoices/sample-ofd.ts'
import { samplePdf } from '#test/unit/invoices/sample-pdf.ts'
import { fastest } from './harness/icbc-file.ts'
import { scaled } from './harness/scale.ts'

const FILES = scaled(1000)
const MOST_MEBIBYTES = 300
const LOCAL_HEADER_BYTES = 30

const numberOf = (index: number) => `263120000000${String(index).padStart(8, '0')}`
const files = await Promise.all(
  Array.from({ length: FILES }, async (_, index) => {
    const number = numberOf(index)
    const xml = sampleXml({ number })
    if (index % 3 === 0) return { kind: 'xml', bytes: bytesOf(xml) } as const
    if (index % 3 === 1) return { kind: 'ofd', bytes: carryingOfd('Doc_0/Attachs/x.xml', xml) } as const
    return { kind: 'pdf', bytes: await samplePdf(number) } as const
  }),
)
const parser = new XMLParser({ parseTagValue: false })

/** The entries of an archive one after the other, by their own headers. */
function* inflated(bytes: Uint8Array): Generator<Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const start = at + LOCAL_HEADER_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const end = start + zip.readUInt32LE(at + 18)
    yield inflateRawSync(zip.subarray(start, end))
    at = end
  }
}

async function parseOnly(): Promise<void> {
  for (const { kind, bytes } of files) {
    if (kind === 'xml') parser.parse(Buffer.from(bytes))
    else if (kind === 'ofd') for (const entry of inflated(bytes)) parser.parse(entry)
    else {
      const task = getDocument({
        data: Uint8Array.from(bytes),
        ...{ verbosity: 0, disableFontFace: true, useSystemFonts: false, maxImageSize: 1 },
      })
      await (await (await task.promise).getPage(1)).getTextContent()
      await task.destroy()
    }
  }
}

async function readAll(): Promise<void> {
  for (const [index, { bytes }] of files.entries()) {
    const [found] = await readInvoiceFile(bytes, () => Promise.resolve(null))
    if (found?.reading.kind !== 'invoice' || found.reading.invoice.number !== numberOf(index)) {
      throw new Error(`file ${index} is read as its invoice`)
    }
  }
}

const baseline = await fastest(parseOnly, 2)
const read = await fastest(readAll, 2)
globalThis.gc?.()
const before = process.memoryUsage().rss
let most = before
const watching = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 20)
await readAll()
clearInterval(watching)
const grown = Math.round((most - before) / 1024 / 1024)
if (grown > MOST_MEBIBYTES) throw new Error(`reading grows by ${grown} MiB, more than ${MOST_MEBIBYTES}`)
console.log(
  `invoice read ${FILES} files: ${Math.round((FILES / read) * 1000)} files/s, unzip and parse alone ${Math.round(
    (FILES / baseline) * 1000,
  )} files/s, ratio ${(baseline / read).toFixed(2)}, memory +${grown} MiB`,
)
