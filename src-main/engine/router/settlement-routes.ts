import { readCloseMonths, readMonthOf } from '../queries/settlement/close-months.ts'
import { exportSettlement } from '../queries/settlement/export-settlement.ts'
import { listStatements } from '../queries/settlement/list-statements.ts'
import { readDifferences } from '../queries/settlement/read-differences.ts'
import { readStatementPdf } from '../queries/settlement/read-statement-pdf.ts'
import { readSettlementCase } from '../queries/settlement/settlement-case.ts'
import { readStatementLines } from '../queries/settlement/statement-lines.ts'
import { listRuns } from '../settlement-book/book-history.ts'
import type { SettlementBooks } from '../settlement-book/settlement-books.ts'
import type { DeskProcedures } from './procedures.ts'

/** 结算: months, statements, and the workbook of them. */
export function settlementRoutes({ settlement }: DeskProcedures, books: SettlementBooks) {
  return {
    list: settlement.list.handler(({ context, input }) => listStatements(context, input)),
    export: settlement.export.handler(({ context, input }) => exportSettlement(context, input)),
    get: settlement.get.handler(({ context, input }) => readSettlementCase(context, input.id)),
    lines: settlement.lines.handler(({ context, input }) =>
      readStatementLines(context, input.id, input.after),
    ),
    differences: settlement.differences.handler(({ context, input }) => readDifferences(context, input)),
    months: settlement.months.handler(({ context, input }) => readCloseMonths(context, input.marketplace)),
    monthOf: settlement.monthOf.handler(({ context, input }) => readMonthOf(context, input.id)),
    pdf: settlement.pdf.handler(({ context, input }) => readStatementPdf(context, input)),
    book: {
      begin: settlement.book.begin.handler(({ context, input }) => books.begin(context, input)),
      next: settlement.book.next.handler(async ({ context, input }) => {
        const { bytes, ...piece } = await books.next(context, input.exportId)
        return { ...piece, base64: Buffer.from(bytes.buffer).toString('base64') }
      }),
      cancel: settlement.book.cancel.handler(async ({ input }) => ({
        cancelled: await books.cancel(input.exportId),
      })),
      history: settlement.book.history.handler(({ context }) => listRuns(context.workspace.journal)),
    },
  }
}
