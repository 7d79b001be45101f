import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { InvoiceReading } from '#shared/invoices/invoice.ts'
import { isInvoicePage, type PageText, readPageText } from '#shared/invoices/read-page-text.ts'

/** Invoices in one PDF; more of them are archives. */
const MOST_PAGES = 200
const MOST_PIECES = 20_000

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
// The library runs in the thread it is called in, and loads its second half from here.
GlobalWorkerOptions.workerSrc = pathToFileURL(join(library, 'legacy/build/pdf.worker.mjs')).href

/** The invoices that the pages of a PDF draw as text; none where it is a picture, or no invoice. */
export async function readPdf(bytes: Uint8Array): Promise<readonly InvoiceReading[]> {
  const task = getDocument({
    // The library takes the bytes over.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    ...{ verbosity: 0, enableXfa: false, disableFontFace: true, useSystemFonts: false, maxImageSize: 1 },
  })
  try {
    const pdf = await task.promise
    const readings: InvoiceReading[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
      const pieces = await piecesOf(await pdf.getPage(number))
      if (isInvoicePage(pieces)) readings.push(readPageText(pieces))
    }
    return readings
  } finally {
    await task.destroy()
  }
}

async function piecesOf(page: PDFPageProxy): Promise<readonly PageText[]> {
  const { items } = await page.getTextContent()
  return items.slice(0, MOST_PIECES).flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x, y]: unknown[] = item.transform
    return typeof x === 'number' && typeof y === 'number' ? [{ text: item.str, x, y, width: item.width }] : []
  })
}
