import { stat } from 'node:fs/promises'
import { CHECK_HEADER, ContentHash, cellText, firstChanged } from './cell-check.ts'
import { CONTROL_WORDS } from './control-sheet.ts'
import { type ReadCell, type ReadRow, rowsOf, sharedWords, sheetsOf } from './read-rows.ts'
import { ZipReader } from './read-zip.ts'
import { columnLetter } from './sheet-cells.ts'

/** What became of a workbook since it was written. */
export type BookVerdict =
  | { readonly outcome: 'whole'; readonly contentHash: string; readonly rows: number }
  /** `cell` is the first one, in the order of sheets and rows; null where no single cell tells. */
  | { readonly outcome: 'changed'; readonly sheet: string | null; readonly cell: string | null }
  | { readonly outcome: 'no-book'; readonly why: string }

interface ReadSheet {
  readonly name: string
  readonly changed: string | null
  readonly rows: number
  /** The hash the control sheet states; null on the others. */
  readonly stated: string | null
  readonly hash: string
}

const TOTAL_LABELS: ReadonlySet<string> = new Set(['合计', 'Total'])
const HASH_LABELS: ReadonlySet<string> = new Set(Object.values(CONTROL_WORDS.hash))
const CONTROL_NAMES: ReadonlySet<string> = new Set(Object.values(CONTROL_WORDS.name))

/**
 * Holds every cell of a workbook against the checks it was written with, whatever program saved it since: an edit that a
 * sum does not notice, a row moved, a name changed. Formulas are left out: they show what the cells come to now.
 */
export async function verifyBook(path: string): Promise<BookVerdict> {
  const entry = await stat(path).catch(() => null)
  if (entry === null || !entry.isFile()) return { outcome: 'no-book', why: 'there is no such file' }
  try {
    const zip = await ZipReader.open(path)
    const shared = await sharedWords(zip)
    const sheets: ReadSheet[] = []
    for (const { name, path: part } of await sheetsOf(zip)) {
      sheets.push(await readSheet(name, rowsOf(zip, part, shared)))
    }
    return verdictOf(sheets)
  } catch {
    // Torn, or no workbook at all: whatever is wrong with it, it is none that was written here.
    return { outcome: 'no-book', why: 'it cannot be read as a workbook' }
  }
}

function verdictOf(sheets: readonly ReadSheet[]): BookVerdict {
  const stated = sheets.find((sheet) => sheet.stated !== null)?.stated ?? null
  if (stated === null) return { outcome: 'no-book', why: 'it has no control sheet with a content hash' }
  const changed = sheets.find((sheet) => sheet.changed !== null)
  if (changed !== undefined) return { outcome: 'changed', sheet: changed.name, cell: changed.changed }
  const parts = sheets.filter(({ name }) => !CONTROL_NAMES.has(name))
  const contentHash = ContentHash.of(parts)
  if (contentHash !== stated) return { outcome: 'changed', sheet: null, cell: null }
  return { outcome: 'whole', contentHash, rows: parts.reduce((sum, { rows }) => sum + rows, 0) }
}

async function readSheet(name: string, all: AsyncIterable<ReadRow>): Promise<ReadSheet> {
  const hash = new ContentHash()
  const isControl = CONTROL_NAMES.has(name)
  let [width, rows, stated, changed]: [number, number, string | null, string | null] = [0, 0, null, null]
  for await (const { row, cells } of all) {
    if (isControl && HASH_LABELS.has(plain(cells[0]))) stated = plain(cells[1])
    if (width === 0) width = cells.findIndex((cell) => plain(cell).startsWith(CHECK_HEADER))
    if (width <= 0) continue
    const check = plain(cells[width])
    const texts = Array.from({ length: width }, (_, at) => textOf(cells[at], isControl))
    if (check === '') {
      // Only the sums stand below the rows.
      const stray = texts.findIndex((text) => text !== '')
      const isAllowed = isControl || stray < 0 || TOTAL_LABELS.has(plain(cells[0]))
      if (!isAllowed) changed ??= `${columnLetter(stray)}${row}`
      continue
    }
    const column = firstChanged(row, texts, check.replace(CHECK_HEADER, ''))
    if (column >= 0) changed ??= `${columnLetter(column)}${row}`
    hash.row(texts)
    if (!check.startsWith(CHECK_HEADER)) rows += 1
  }
  return { name, changed, rows, stated, hash: hash.digest() }
}

function plain(cell: ReadCell | undefined): string {
  return typeof cell === 'string' ? cell : ''
}

/** A cell as it was checked. Formulas belong on the control sheet alone. */
function textOf(cell: ReadCell | undefined, isControl: boolean): string {
  if (typeof cell !== 'object') return cellText(cell)
  return isControl ? '' : `=${cell.formula}`
}
