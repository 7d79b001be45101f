import type { PlainMonth } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { statementNamesIn } from '#shared/contracts/console-platform/kinds/settlement-statement.ts'
import { payoutChecksOn } from '#shared/contracts/console-platform/payout-standing.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import { payoutSurroundings } from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { failedChecks } from '#shared/rules/payouts/payout-checks.ts'
import type { Platform } from '../platform.ts'

const STATEMENTS_LIMIT = 1000
/** What need not be there yet when a request is made. */
const LATER: ReadonlySet<string> = new Set(['invoice', 'account', 'account-hold', 'no-rule'])

/** The first `count` statements of a month that their providers may ask to be paid at a time, ms. */
export async function payableStatements(
  platform: Platform,
  marketplace: string,
  month: PlainMonth,
  at: number,
  count: number,
): Promise<SettlementStatement[]> {
  const names = statementNamesIn(month)
  const found = await platform.store.namedBetween('settlementStatement', marketplace, names, STATEMENTS_LIMIT)
  const payable: SettlementStatement[] = []
  for (const statement of found) {
    if (payable.length < count && (await mayAsk(platform, statement, at))) payable.push(statement)
  }
  return payable
}

async function mayAsk(
  { store, policies }: Platform,
  { marketplace, providerId, id, month, status, totals }: SettlementStatement,
  at: number,
): Promise<boolean> {
  if (status !== 'committed' || totals.net <= 0) return false
  const around = await answeredFrom(payoutSurroundings(providerId, ''), store)
  const deposits = await store.ofProvider('depositObligation', marketplace, providerId)
  const on = shanghaiDate(new Date(at).toISOString())
  const request = {
    ...{ marketplace, months: [{ month, statementId: id, net: totals.net }], amount: totals.net },
    ...{ invoices: [], requested: { on }, account: null },
  }
  const checks = payoutChecksOn(policies, request, around, deposits, on)
  return failedChecks(checks.filter(({ check }) => !LATER.has(check))).length === 0
}
