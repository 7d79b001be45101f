import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { DEPOSIT_COLUMNS, type StoredDepositRow, toDepositRows } from '../deposits/deposit-rows.ts'
import { refreshRegister } from '../deposits/register.ts'
import type { QueryContext } from '../query-context.ts'

const OWED = `SELECT r.id AS id, ${DEPOSIT_COLUMNS} FROM deposit_register r
  WHERE r.settled = 0 AND r.id IN (SELECT id FROM deposit_obligation WHERE providerId = @providerId)
  ORDER BY r.id LIMIT 200`

/** The deposits of an application's categories that are neither held nor waived today: until then it is not opened. */
export function owedDeposits(context: QueryContext, { providerId, applicant }: Application): DepositRow[] {
  refreshRegister(context)
  const owed = context.statements.prepare<StoredDepositRow>(OWED).all({ providerId })
  return toDepositRows(
    context,
    owed.filter(({ category }) => category === null || applicant.categories.includes(category)),
  )
}
