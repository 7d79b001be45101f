import { readCommissionRebateCase } from '../queries/commission-rebates/commission-rebate-case.ts'
import { exportCommissionRebates } from '../queries/commission-rebates/export-commission-rebates.ts'
import { listCommissionRebates } from '../queries/commission-rebates/list-commission-rebates.ts'
import type { DeskProcedures } from './procedures.ts'

/** `commissionRebates`: 佣金返还. */
export function commissionRebateRoutes({ commissionRebates: rebates }: DeskProcedures) {
  return {
    list: rebates.list.handler(({ context, input }) => listCommissionRebates(context, input)),
    export: rebates.export.handler(({ context, input }) => exportCommissionRebates(context, input)),
    get: rebates.get.handler(({ context, input }) => readCommissionRebateCase(context, input.id)),
  }
}
