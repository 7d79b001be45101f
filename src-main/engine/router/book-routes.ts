import { readBalances, writeBalances } from '../queries/books/balances.ts'
import { BOOK_MAPPINGS } from '../queries/books/book-mapping.ts'
import { readExceptions } from '../queries/books/exceptions.ts'
import { writeExceptions } from '../queries/books/export-exceptions.ts'
import { readVouchers, writeVouchers } from '../queries/books/vouchers.ts'
import type { DeskProcedures } from './procedures.ts'

/** `books`: what goes on to the books. */
export function bookRoutes({ books }: DeskProcedures) {
  return {
    vouchers: books.vouchers.handler(({ context, input }) => readVouchers(context, input)),
    voucherFile: books.voucherFile.handler(({ context, input }) => writeVouchers(context, input)),
    balances: books.balances.handler(({ context, input }) => readBalances(context, input)),
    balanceFile: books.balanceFile.handler(({ context, input }) => writeBalances(context, input)),
    exceptions: books.exceptions.handler(({ context, input }) => readExceptions(context, input)),
    exceptionFile: books.exceptionFile.handler(({ context, input }) => writeExceptions(context, input)),
    mapping: books.mapping.handler(({ context, input: { program, marketplace } }) =>
      BOOK_MAPPINGS[program].read(context, marketplace),
    ),
    keepMapping: books.keepMapping.handler(({ context, input: { marketplace, ...kept } }) =>
      BOOK_MAPPINGS[kept.value.program].keep(context, marketplace, kept),
    ),
  }
}
