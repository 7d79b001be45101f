import { base } from './base-procedure.ts'
import {
  contactCaseSchema,
  contactExportInput,
  contactIdInput,
  contactListInput,
  contactPageSchema,
  contactScopeSchema,
  contactsBesideInput,
  contactsBesideSchema,
  contactTallySchema,
} from './contacts.ts'
import { exportedRowsSchema } from './exports.ts'

/** What a page may ask about contact records. */
export const contactProcedures = {
  list: base.input(contactListInput).output(contactPageSchema),
  export: base.input(contactExportInput).output(exportedRowsSchema),
  get: base.input(contactIdInput).output(contactCaseSchema),
  beside: base.input(contactsBesideInput).output(contactsBesideSchema),
  tally: base.input(contactScopeSchema).output(contactTallySchema),
}
