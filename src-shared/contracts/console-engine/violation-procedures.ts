import { base } from './base-procedure.ts'
import { exportedRowsSchema } from './exports.ts'
import {
  violationCaseSchema,
  violationIdInput,
  violationRulesInput,
  violationRulesSchema,
} from './violation-case.ts'
import { violationExportInput, violationListInput, violationPageSchema } from './violations.ts'

/** What a page may ask about violations. */
export const violationProcedures = {
  list: base.input(violationListInput).output(violationPageSchema),
  export: base.input(violationExportInput).output(exportedRowsSchema),
  get: base.input(violationIdInput).output(violationCaseSchema),
  rules: base.input(violationRulesInput).output(violationRulesSchema),
}
