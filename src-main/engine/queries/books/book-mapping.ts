import {
  type BookMapping,
  type BookProgram,
  bookMappingSchema,
  READY_MAPPINGS,
} from '#shared/rules/books/book-mapping.ts'
import { KeptByMarketplace } from '../kept-by-marketplace.ts'

const of = (program: BookProgram) =>
  new KeptByMarketplace(`book-mapping ${program}`, bookMappingSchema, READY_MAPPINGS[program])

/** How vouchers become rows of each program's file, on this computer; the ready mapping where nobody changed it. */
export const BOOK_MAPPINGS: Readonly<Record<BookProgram, KeptByMarketplace<BookMapping>>> = {
  yonyou: of('yonyou'),
  kingdee: of('kingdee'),
}
