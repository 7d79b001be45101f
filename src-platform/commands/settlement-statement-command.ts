import type { PlainMonth } from '#shared/calendar/plain-date.ts'
import { lineNamesIn } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import { isLivePayout } from '#shared/contracts/console-platform/records/payout-request.ts'
import {
  isSkipped,
  openChecks,
  type SettlementMonth,
} from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import {
  decideStatement,
  type StatementDecision,
} from '#shared/contracts/console-platform/transitions/settlement-transitions.ts'
import { monthAfter } from '#shared/rules/settlement/carry.ts'
import { newerOrders } from '../settlement/close-checks.ts'
import { invoiceCommitted, invoicesVoided } from '../settlement/commission-invoices.ts'
import { rebateCommitted, rebateVoided } from '../settlement/commission-rebates.ts'
import { closedBefore } from '../settlement/draft-statement.ts'
import { monthOfOrders } from '../settlement/orders-to-settle.ts'
import { ordersSettled, ordersUnsettled } from '../settlement/settled-orders.ts'
import type { StoreReader } from '../store/store.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a provider's statement: it is written with its invoice, its lines and orders stay as they are. */
export async function decideOnStatement(
  setting: CommandSetting,
  before: SettlementStatement,
  decision: StatementDecision,
): Promise<SettlementStatement | Refusal> {
  const { transaction, actor, at } = setting
  const after = decideStatement(before, decision, actor, at)
  if (after === null) return refuse('wrong-state', before.id)
  const { marketplace, providerId } = before
  const statements = await transaction.ofProvider('settlementStatement', marketplace, providerId)
  const refusal =
    decision.type === 'settlement.commit'
      ? await mayNotCommit(transaction, before, statements)
      : (restsOn(before, statements) ?? (await paidBy(transaction, before)))
  if (refusal !== null) return refusal
  // The statement comes last: a console that has its new version has its invoice and rebate too.
  switch (decision.type) {
    case 'settlement.commit':
      await invoiceCommitted(setting, after)
      await rebateCommitted(setting, after)
      await ordersSettled(setting, after, setting.preparedSettled)
      break
    case 'settlement.void': {
      const paid = await rebateVoided(setting, after, decision.arguments.reason)
      if (paid !== null) return paid
      await invoicesVoided(setting, after, decision.arguments.reason)
      await ordersUnsettled(setting, after)
      break
    }
  }
  await writeRecord(setting, decision.type, 'settlementStatement', before, after)
  return after
}

/** Why a draft is not to be committed: it is not the month's, what it was made from changed, or a check is open. */
async function mayNotCommit(
  store: StoreReader,
  statement: SettlementStatement,
  statements: readonly SettlementStatement[],
): Promise<Refusal | null> {
  const { marketplace, providerId, month, monthId, draftId, carriedFrom, adjustmentIds } = statement
  const inMonth = await store.get('settlementMonth', monthId)
  if (inMonth?.draft?.id !== draftId) return refuse('draft-outdated', draftId)
  const closed = statements.find((each) => each.month >= month && each.status === 'committed')
  if (closed?.month === month) return refuse('month-closed', closed.id)
  if (closed !== undefined) return refuse('later-month-rests', closed.id)
  const earlier = await openEarlier(store, statements, month)
  if (earlier !== null) return refuse('earlier-month-open', earlier.id)
  const newest = closedBefore(statements, month).at(-1)
  if ((newest?.id ?? null) !== (carriedFrom?.id ?? null)) return refuse('draft-outdated', newest?.id ?? month)
  const adjustments = await store.ofProvider('settlementAdjustment', marketplace, providerId)
  const adjusted = adjustments.map((each) => each.month)
  const skipped = newest === undefined ? null : await notDrafted(store, statement, newest.month, adjusted)
  if (skipped !== null) return refuse('earlier-month-open', skipped)
  const known = new Set(adjustmentIds)
  const unknown = adjustments.find((each) => each.month === month && !known.has(each.id))
  if (unknown !== undefined) return refuse('draft-outdated', unknown.id)
  // It may belong to another month or provider now, and would be settled twice.
  const moved = await store.orderOfLinesChanged(marketplace, lineNamesIn(statement.id), statement.position)
  if (moved !== null) return refuse('draft-outdated', moved.number)
  return await openCheck(store, inMonth, statement)
}

async function openCheck(
  store: StoreReader,
  month: SettlementMonth,
  statement: SettlementStatement,
): Promise<Refusal | null> {
  const [open] = openChecks(month)
  if (open !== undefined) return refuse('check-open', open)
  if (isSkipped(month, 'newer-orders') || (await newerOrders(store, statement)) === 0) return null
  return refuse('check-open', 'newer-orders')
}

/** A statement of an earlier month that is the draft of it still. */
async function openEarlier(
  store: StoreReader,
  statements: readonly SettlementStatement[],
  month: string,
): Promise<SettlementStatement | null> {
  for (const each of statements) {
    if (each.status !== 'draft' || each.month >= month) continue
    if ((await store.get('settlementMonth', each.monthId))?.draft?.id === each.draftId) return each
  }
  return null
}

/**
 * A month since the last committed one that was never drafted, though something moved in it: it would stand in no
 * statement. One that was drafted has a statement of every provider that something moved for.
 */
async function notDrafted(
  store: StoreReader,
  { marketplace, providerId, month: before }: SettlementStatement,
  closed: PlainMonth,
  adjusted: readonly PlainMonth[],
): Promise<PlainMonth | null> {
  const open = new Set<PlainMonth>()
  for (let month = monthAfter(closed); month < before; month = monthAfter(month)) {
    const known = await store.named('settlementMonth', marketplace, month)
    if (known === null || known.draft === null) open.add(month)
  }
  if (open.size === 0) return null
  const adjustedIn = adjusted.find((month) => open.has(month))
  return adjustedIn ?? (await monthOfOrders(store, { marketplace, providerId }, open))
}
/** A request to be paid, or a payment, rests on it. */
async function paidBy(
  store: StoreReader,
  { id, marketplace, providerId }: SettlementStatement,
): Promise<Refusal | null> {
  const requests = await store.ofProvider('payoutRequest', marketplace, providerId)
  const live = requests
    .filter(isLivePayout)
    .find(({ months }) => months.some(({ statementId }) => statementId === id))
  return live === undefined ? null : refuse('payout-rests', live.id)
}

/** A committed later month began with what this one left. */
function restsOn({ month }: SettlementStatement, statements: readonly SettlementStatement[]): Refusal | null {
  const later = statements
    .filter((each) => each.status === 'committed' && each.month > month)
    .sort((one, other) => (one.month < other.month ? 1 : -1))[0]
  return later === undefined ? null : refuse('later-month-rests', later.id)
}
