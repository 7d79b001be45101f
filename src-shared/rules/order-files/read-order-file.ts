import { confirmedEncoding, decodeText } from '../../bank-statements/decode-text.ts'
import { plainReferences } from '../../bank-statements/international/xml-text.ts'
import { MAX_STATEMENT_BYTES, type ReadOptions } from '../../bank-statements/read-statement.ts'
import { csvGrid } from '../../bank-statements/table/csv-grid.ts'
import { isPicture, isWorkbook, isZip64 } from '../../bank-statements/table/file-kind.ts'
import { fullestRows } from '../../bank-statements/table/fullest-rows.ts'
import { type Grid, isBlankRow } from '../../bank-statements/table/grid.ts'
import type { Instant } from '../../base/ids.ts'
import type { OrderMapping } from './order-mapping.ts'
import type { OrderRow, SkippedOrderRow } from './order-row.ts'
import type { OrderNames } from './read-order-row.ts'
import { type OrderTable, readOrderTable } from './read-order-table.ts'

/** Larger files are refused: 200,000 orders come to some 50 MiB. */
export const MAX_ORDER_FILE_BYTES = MAX_STATEMENT_BYTES
export const ORDERS_LIMIT = 200_000

export const ORDER_FILE_REFUSALS = [
  'empty',
  'too-large',
  'too-many-orders',
  'broken-workbook',
  'zip64-workbook',
  'picture',
  /** No row names the number of an order among its columns: a mapping helps. */
  'unknown-columns',
] as const
export type OrderFileRefusal = (typeof ORDER_FILE_REFUSALS)[number]

export type OrderFileReading =
  | {
      readonly kind: 'read'
      readonly encoding: string
      /** Characters that could not be decoded. */
      readonly undecodable: number
      readonly orders: readonly OrderRow[]
      readonly skipped: readonly SkippedOrderRow[]
      readonly unread: readonly string[]
      readonly mapping: OrderMapping | null
    }
  | {
      readonly kind: 'refused'
      readonly reason: OrderFileRefusal
      /** The fullest rows of a table nobody knows, to draw up a mapping from. */
      readonly candidates: readonly (readonly string[])[]
    }

export interface OrderFileOptions extends Pick<ReadOptions, 'decodeWorkbook'> {
  readonly mappings: readonly OrderMapping[]
  readonly names: OrderNames
  /** When it is read. */
  readonly now: Instant
}

/**
 * Reads a workbook or a file of separated values as orders of one marketplace, by its content. The first sheet that is a
 * table of orders is read; our own files sum up on another. Never throws for bad input.
 */
export async function readOrderFile(bytes: Uint8Array, options: OrderFileOptions): Promise<OrderFileReading> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_ORDER_FILE_BYTES) return refused('too-large')
  if (isPicture(bytes)) return refused('picture')
  if (isWorkbook(bytes)) {
    const grids = await options.decodeWorkbook(bytes)
    if (grids === null) return refused(isZip64(bytes) ? 'zip64-workbook' : 'broken-workbook')
    return readGrids(grids, 'workbook', 0, options)
  }
  const { text, encoding, undecodable } = decodeText(bytes)
  if (/<(?:table|html)[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, 4096))) {
    const grids = await options.decodeWorkbook(plainReferences(text))
    return grids === null ? refused('broken-workbook') : readGrids(grids, encoding, undecodable, options)
  }
  return readGrids([csvGrid(text)], encoding, undecodable, options)
}

function readGrids(
  grids: readonly Grid[],
  encoding: string,
  undecodable: number,
  { mappings, names, now }: OrderFileOptions,
): OrderFileReading {
  const filled = grids.filter(({ rows }) => rows.some((row) => !isBlankRow(row)))
  let table: OrderTable | null = null
  for (const grid of filled) table ??= readOrderTable(grid, mappings, names, now)
  if (table === null) {
    return refused(filled.length === 0 ? 'empty' : 'unknown-columns', filled.flatMap(fullestRows))
  }
  if (table.orders.length > ORDERS_LIMIT) return refused('too-many-orders')
  return { kind: 'read', encoding: confirmedEncoding(encoding), undecodable, ...table }
}

function refused(
  reason: OrderFileRefusal,
  candidates: readonly (readonly string[])[] = [],
): Extract<OrderFileReading, { kind: 'refused' }> {
  return { kind: 'refused', reason, candidates }
}
