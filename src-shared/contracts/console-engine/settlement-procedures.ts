import { z } from 'zod'
import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import { exportedFileSchema } from './files.ts'
import {
  closeMonthsInput,
  closeMonthsSchema,
  monthOfRecordSchema,
  settlementCaseSchema,
  settlementDifferencesInput,
  settlementDifferencesSchema,
  settlementExportInput,
  settlementIdInput,
  settlementLinesInput,
  settlementLinesSchema,
  settlementListInput,
  settlementPageSchema,
  statementPdfInput,
} from './settlement.ts'
import {
  beginBookInput,
  begunBookSchema,
  bookIdInput,
  bookPieceSchema,
  bookRunSchema,
  cancelledBookSchema,
} from './settlement-book.ts'

/** What a page may ask about months and statements. */
export const settlementProcedures = {
  list: base.input(settlementListInput).output(settlementPageSchema),
  export: base.input(settlementExportInput).output(exportedRowsSchema),
  get: base.input(settlementIdInput).output(settlementCaseSchema),
  lines: base.input(settlementLinesInput).output(settlementLinesSchema),
  /** Line by line, what a statement has otherwise than another. */
  differences: base.input(settlementDifferencesInput).output(settlementDifferencesSchema),
  /** The months of a marketplace, drafted or to be drafted. */
  months: base.input(closeMonthsInput).output(closeMonthsSchema),
  monthOf: base.input(settlementIdInput).output(monthOfRecordSchema),
  /** A statement as a document for its provider. */
  pdf: base.input(statementPdfInput).output(exportedFileSchema),
  /** The settlement workbook, piece by piece. */
  book: {
    begin: base.input(beginBookInput).output(begunBookSchema),
    next: base.input(bookIdInput).output(bookPieceSchema),
    cancel: base.input(bookIdInput).output(cancelledBookSchema),
    /** The newest that left this computer. */
    history: base.output(z.array(bookRunSchema)),
  },
}
