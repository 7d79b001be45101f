import type { ColumnNames, Layout } from '../table/layout.ts'
import { USUAL_MONEY } from './usual-money.ts'
import { USUAL_TEXTS } from './usual-texts.ts'

/** Column names that mean the same with every bank that writes them. */
export const USUAL_COLUMNS: ColumnNames = { ...USUAL_MONEY, ...USUAL_TEXTS }

/** A bank without a layout of its own, read by the names of its columns; tried last. */
export const anyBank: Layout = {
  id: 'any-bank',
  name: { zh: '按列名识别', en: 'Recognized by column names' },
  signature: [],
  columns: USUAL_COLUMNS,
  amountSign: 'by-data',
}
