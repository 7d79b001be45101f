import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GlobalWorkerOptions, getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { InvoiceReading } from '#shared/invoices/invoice.ts'
import { isInvoicePage, type PageText, readPageText } from '#shared/invoices/read-page-text.ts'
import { MOST_PIXELS, type Pixels } from './read-picture.ts'

/** Invoices in one PDF; more of them are archives. */
const MOST_PAGES = 200
const MOST_PIECES = 20_000

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
// The library runs in the thread it is called in, and loads its second half from here.
GlobalWorkerOptions.workerSrc = pathToFileURL(join(library, 'legacy/build/pdf.worker.mjs')).href

/** Pages of a scan that are looked at, and pictures of each; a code stands on the first page. */
const MOST_SCANNED = 20
const MOST_PICTURES = 10

/** The invoices that the pages of a PDF draw as text; none where it is a picture, or no invoice. */
export async function readPdf(bytes: Uint8Array): Promise<readonly InvoiceReading[]> {
  // Pictures are passed over.
  const task = opening(bytes, 1)
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

/** The pictures on the first pages of a PDF, one at a time. */
export async function* picturesOf(bytes: Uint8Array): AsyncGenerator<Pixels> {
  const task = opening(bytes, MOST_PIXELS)
  try {
    const pdf = await task.promise
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_SCANNED); number++) {
      const page = await pdf.getPage(number)
      const { fnArray, argsArray } = await page.getOperatorList()
      const names = fnArray.flatMap((operator, at) => {
        const [name]: unknown[] = operator === OPS.paintImageXObject ? argsArray[at] : []
        return typeof name === 'string' ? [name] : []
      })
      for (const name of [...new Set(names)].slice(0, MOST_PICTURES)) {
        const pixels = pixelsOf(await objectOf(page, name))
        if (pixels !== null) yield pixels
      }
      page.cleanup()
    }
  } finally {
    await task.destroy()
  }
}

function opening(bytes: Uint8Array, maxImageSize: number) {
  return getDocument({
    // The library takes the bytes over.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    // What scanners pack pictures by is unpacked by a part of its own.
    wasmUrl: `${join(library, 'wasm')}/`,
    ...{ verbosity: 0, enableXfa: false, disableFontFace: true, useSystemFonts: false, maxImageSize },
    // Nothing is drawn here: pictures come as their bytes.
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false },
  })
}

/** What the library keeps under a name; those that pages share have names of their own kind. */
function objectOf(page: PDFPageProxy, name: string): Promise<unknown> {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => objects.get(name, resolve))
}

const GREY_BITS = 1
const RGB = 2
const RGBA = 3

/** A picture of the library in four bytes a pixel; null where it has none, or another form. */
function pixelsOf(image: unknown): Pixels | null {
  if (typeof image !== 'object' || image === null) return null
  const { width, height, kind, data } = image as Readonly<Record<string, unknown>>
  if (typeof width !== 'number' || typeof height !== 'number' || width * height > MOST_PIXELS) return null
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  const row = Math.ceil(width / 8)
  for (let at = 0; at < width * height; at++) {
    const to = at * 4
    if (kind === GREY_BITS) {
      const column = at % width
      const byte = data[Math.floor(at / width) * row + (column >> 3)] ?? 0
      pixels.fill((byte >> (7 - (column & 7))) & 1 ? 255 : 0, to, to + 3)
    } else if (kind === RGB || kind === RGBA) {
      const from = at * (kind === RGB ? 3 : 4)
      pixels[to] = data[from] ?? 0
      pixels[to + 1] = data[from + 1] ?? 0
      pixels[to + 2] = data[from + 2] ?? 0
    } else return null
  }
  return { width, height, data: pixels }
}

async function piecesOf(page: PDFPageProxy): Promise<readonly PageText[]> {
  const { items } = await page.getTextContent()
  return items.slice(0, MOST_PIECES).flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x, y]: unknown[] = item.transform
    return typeof x === 'number' && typeof y === 'number' ? [{ text: item.str, x, y, width: item.width }] : []
  })
}
