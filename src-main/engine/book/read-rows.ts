import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { decodeReferences } from '#shared/bank-statements/international/xml-text.ts'
import type { ZipReader } from './read-zip.ts'

/** A cell as a workbook has it: words, a number, or a formula, whatever it came to. */
export type ReadCell = string | number | { readonly formula: string }

export interface ReadRow {
  readonly row: number
  /** By column from 0; what is left out is empty. */
  readonly cells: readonly (ReadCell | undefined)[]
}

/** A row of a sheet has less; more of it is an attack. */
const MOST_OF_A_ROW = 64 * 1024 * 1024
const MOST_OF_A_LIST = 16 * 1024 * 1024
const MOST_COLUMNS = 16_384

const textSchema = z.union([z.string(), z.object({ '#text': z.string().default('') })])
const runsSchema = z.object({
  t: z.array(textSchema).default([]),
  r: z.array(z.object({ t: z.array(textSchema).default([]) })).default([]),
})
const cellSchema = z.object({
  '@r': z.string().optional(),
  '@t': z.string().optional(),
  v: textSchema.optional(),
  f: textSchema.optional(),
  is: runsSchema.or(z.literal('')).optional(),
})
const rowSchema = z.object({
  row: z.array(z.object({ '@r': z.string().optional(), c: z.array(cellSchema).default([]) })),
})
const itemSchema = z.object({ si: z.array(runsSchema.or(z.literal(''))) })
const bookSchema = z.object({
  workbook: z.object({
    sheets: z.object({ sheet: z.array(z.object({ '@name': z.string(), '@id': z.string() })) }),
  }),
})
const relationsSchema = z.object({
  Relationships: z.object({ Relationship: z.array(z.object({ '@Id': z.string(), '@Target': z.string() })) }),
})

const LISTS: ReadonlySet<string> = new Set(['row', 'c', 't', 'r', 'si', 'sheet', 'Relationship'])
const PARSER = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true },
  ...{ parseTagValue: false, parseAttributeValue: false, trimValues: false, processEntities: false },
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.has(name),
})

/** The sheets of a workbook in their order, each with where it stands. */
export async function sheetsOf(zip: ZipReader): Promise<{ readonly name: string; readonly path: string }[]> {
  const book = bookSchema.parse(parsed(await zip.whole('xl/workbook.xml', MOST_OF_A_LIST)))
  const relations = relationsSchema.parse(
    parsed(await zip.whole('xl/_rels/workbook.xml.rels', MOST_OF_A_LIST)),
  )
  const targets = new Map(
    relations.Relationships.Relationship.map((relation) => [relation['@Id'], relation['@Target']]),
  )
  return book.workbook.sheets.sheet.map((sheet) => {
    const target = targets.get(sheet['@id']) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return { name: decodeReferences(sheet['@name']), path }
  })
}

/** The words that cells name by number; none where the workbook has no list of them. */
export async function sharedWords(zip: ZipReader): Promise<string[]> {
  const path = 'xl/sharedStrings.xml'
  const words: string[] = []
  if (!zip.has(path)) return words
  for await (const xml of elements(zip.text(path), 'si')) {
    for (const item of itemSchema.parse(parsed(xml)).si) words.push(item === '' ? '' : wordsOf(item))
  }
  return words
}

/** The rows of a sheet that hold something, in their order. */
export async function* rowsOf(
  zip: ZipReader,
  path: string,
  shared: readonly string[],
): AsyncGenerator<ReadRow, void> {
  let last = 0
  for await (const xml of elements(zip.text(path), 'row')) {
    for (const row of rowSchema.parse(parsed(xml)).row) {
      last = row['@r'] === undefined ? last + 1 : Number(row['@r'])
      const cells: (ReadCell | undefined)[] = []
      for (const cell of row.c) {
        const column = cell['@r'] === undefined ? cells.length : columnOf(cell['@r'])
        if (!(column < MOST_COLUMNS)) throw new Error('a cell stands nowhere')
        cells[column] = cellOf(cell, shared)
      }
      yield { row: last, cells }
    }
  }
}

/** Whole elements of a name, some at a time, from text that comes in pieces. */
async function* elements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  const begins = new RegExp(`<(?:\\w+:)?${name}[\\s>/]`)
  const ends = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.includes('<!DOCTYPE')) throw new Error('it declares entities')
    const from = text.search(begins)
    if (from < 0) {
      text = text.slice(-64)
      continue
    }
    let to = 0
    for (const end of text.matchAll(ends)) to = end.index + end[0].length
    if (to > from) {
      yield text.slice(from, to)
      text = text.slice(to)
    }
    if (text.length > MOST_OF_A_ROW) throw new Error('an element is too large')
  }
}

function parsed(xml: string): unknown {
  return PARSER.parse(xml)
}

function cellOf(cell: z.infer<typeof cellSchema>, shared: readonly string[]): ReadCell | undefined {
  if (cell.f !== undefined) return { formula: textOf(cell.f) }
  if (cell.is !== undefined) return cell.is === '' ? '' : wordsOf(cell.is)
  if (cell.v === undefined) return undefined
  const value = textOf(cell.v)
  if (cell['@t'] === 's') return shared[Number(value)] ?? ''
  return cell['@t'] === undefined || cell['@t'] === 'n' ? Number(value) : value
}

function wordsOf({ t, r }: z.infer<typeof runsSchema>): string {
  return [...t, ...r.flatMap((run) => run.t)].map(textOf).join('')
}

function textOf(text: z.infer<typeof textSchema>): string {
  return decodeReferences(typeof text === 'string' ? text : text['#text'])
}

/** The column of an address, from 0. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}
