import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import {
  rechargeCaseSchema,
  rechargeExportInput,
  rechargeIdInput,
  rechargeListInput,
  rechargePageSchema,
} from './recharges.ts'

/** What a page may ask about recharges. */
export const rechargeProcedures = {
  list: base.input(rechargeListInput).output(rechargePageSchema),
  export: base.input(rechargeExportInput).output(exportedRowsSchema),
  get: base.input(rechargeIdInput).output(rechargeCaseSchema),
}
