import { readPayeeAccountCase } from '../queries/payouts/account-case.ts'
import { exportPayeeAccounts } from '../queries/payouts/export-accounts.ts'
import { exportPayouts } from '../queries/payouts/export-payouts.ts'
import { listPayeeAccounts } from '../queries/payouts/list-accounts.ts'
import { listPayouts, payoutsWaiting } from '../queries/payouts/list-payouts.ts'
import { readPayable, readPayoutCase } from '../queries/payouts/payout-case.ts'
import type { DeskProcedures } from './procedures.ts'

/** `payouts`: requests to be paid. */
export function payoutRoutes({ payouts }: DeskProcedures) {
  return {
    list: payouts.list.handler(({ context, input }) => listPayouts(context, input)),
    export: payouts.export.handler(({ context, input }) => exportPayouts(context, input)),
    get: payouts.get.handler(({ context, input }) => readPayoutCase(context, input.id)),
    payable: payouts.payable.handler(({ context, input }) => readPayable(context, input.providerId)),
    waiting: payouts.waiting.handler(({ context }) => payoutsWaiting(context)),
  }
}

/** `payeeAccounts`: the accounts providers are paid to. */
export function payeeAccountRoutes({ payeeAccounts: accounts }: DeskProcedures) {
  return {
    list: accounts.list.handler(({ context, input }) => listPayeeAccounts(context, input)),
    export: accounts.export.handler(({ context, input }) => exportPayeeAccounts(context, input)),
    get: accounts.get.handler(({ context, input }) => readPayeeAccountCase(context, input.id)),
  }
}
