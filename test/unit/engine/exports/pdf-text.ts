import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of a PDF's first page, as a reader copies it out, without blanks. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const [first] = await pdfPages(bytes)
  return first ?? ''
}

/** The same of every page. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  return Promise.all(numbers.map(async (number) => textOf(await pdf.getPage(number))))
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replaceAll(/\s/g, '')
}
