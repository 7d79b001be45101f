import { readBillCase } from '../queries/metered-bills/bill-case.ts'
import { exportBills } from '../queries/metered-bills/export-bills.ts'
import { listBills } from '../queries/metered-bills/list-bills.ts'
import type { DeskProcedures } from './procedures.ts'

/** Bills of metered use. */
export function meteredBillRoutes({ meteredBills }: DeskProcedures) {
  return {
    list: meteredBills.list.handler(({ context, input }) => listBills(context, input)),
    export: meteredBills.export.handler(({ context, input }) => exportBills(context, input)),
    get: meteredBills.get.handler(({ context, input }) => readBillCase(context, input.id)),
  }
}
