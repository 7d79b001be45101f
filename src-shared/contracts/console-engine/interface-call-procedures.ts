import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import {
  callBoardInput,
  callBoardSchema,
  callCaseSchema,
  callCountsSchema,
  callExportInput,
  callIdInput,
  callListInput,
  callPageSchema,
} from './interface-calls.ts'

/** What a page may ask about calls of production interfaces. */
export const interfaceCallProcedures = {
  list: base.input(callListInput).output(callPageSchema),
  export: base.input(callExportInput).output(exportedRowsSchema),
  get: base.input(callIdInput).output(callCaseSchema),
  board: base.input(callBoardInput).output(callBoardSchema),
  counts: base.output(callCountsSchema),
}
