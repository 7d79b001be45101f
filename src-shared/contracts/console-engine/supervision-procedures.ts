import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import {
  supervisionCountsSchema,
  supervisionExportInput,
  supervisionListInput,
  supervisionPageSchema,
  unbilledInput,
  unbilledSchema,
} from './supervisions.ts'

/** What a page may ask about orders under supervision. */
export const supervisionProcedures = {
  list: base.input(supervisionListInput).output(supervisionPageSchema),
  export: base.input(supervisionExportInput).output(exportedRowsSchema),
  counts: base.output(supervisionCountsSchema),
  unbilled: base.input(unbilledInput).output(unbilledSchema),
}
