import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { addMonths, firstOfMonth, lastOfMonth, type PlainMonth } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import { nthWorkingDay } from '#shared/calendar/working-calendar.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { MonthDraft } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { monthAfter } from '#shared/rules/settlement/carry.ts'
import type { Platform } from '../platform.ts'
import type { LiftedRow, StoreReader } from '../store/store.ts'
import type { Drafting } from './draft-statement.ts'

/** Rows of which columns are read, and records that are read whole and checked, before others have their turn: some milliseconds. */
const AT_ONCE = 500
const WHOLE_AT_ONCE = 50
/** The last working day that payments for the month before wait for on any market. */
const PAID_BY_WORKING_DAY = 10

/**
 * What of the checklist is open when a draft is made; in turns with others. What came after the draft is asked when it
 * matters, see `newerOrders`.
 */
export async function foundAtDraft(
  { store, policies }: Pick<Platform, 'store' | 'policies'>,
  { marketplace, month }: Drafting,
  statements: readonly Pick<SettlementStatement, 'notSettled' | 'differences'>[],
): Promise<MonthDraft['checks']> {
  const end = startOfShanghaiDay(addMonths(firstOfMonth(month), 1))
  const paidBy = nthWorkingDay(policies.calendar, monthAfter(month), PAID_BY_WORKING_DAY)
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  return [
    { check: 'earlier-drafts', count: await earlierDrafts(store, marketplace, month) },
    { check: 'unmatched-lines', count: await unmatchedLines(store, marketplace, month) },
    { check: 'unfinished-supervision', count: await unfinished(store, marketplace, end) },
    {
      check: 'not-settled',
      count: sum(statements.flatMap(({ notSettled }) => notSettled.map(({ orders }) => orders))),
    },
    { check: 'accounts-differ', count: sum(statements.map(({ differences }) => differences.length)) },
    { check: 'provisional-calendar', count: paidBy === null || paidBy.provisional ? 1 : 0 },
  ]
}

/** Orders of a provider that came or changed after a draft and were touched by the end of its month. */
export async function newerOrders(
  store: StoreReader,
  { marketplace, providerId, month, position }: SettlementStatement,
): Promise<number> {
  const end = startOfShanghaiDay(addMonths(firstOfMonth(month), 1))
  const changed = await store.ordersChanged({ marketplace, providerId }, position)
  return changed.filter(({ paidAt }) => paidAt < end).length
}

async function earlierDrafts(store: StoreReader, marketplace: string, month: PlainMonth): Promise<number> {
  const drafts = new Map<string, string | null>()
  let count = 0
  const names = { after: '', before: `${month} ` }
  for await (const { columns } of lifted(store, 'settlementStatement', marketplace, names, [
    'status',
    'monthId',
    'draftId',
  ])) {
    const [status, monthId, draftId] = columns
    if (status !== 'draft') continue
    const id = String(monthId)
    if (!drafts.has(id)) drafts.set(id, (await store.get('settlementMonth', id))?.draft?.id ?? null)
    if (drafts.get(id) === draftId) count += 1
  }
  return count
}

async function unfinished(store: StoreReader, marketplace: string, before: string): Promise<number> {
  let count = 0
  for await (const provider of everyRecord(store, 'provider')) {
    if (provider.marketplace !== marketplace) continue
    count += await store.ordersUnderSupervision({ marketplace, providerId: provider.id }, before)
  }
  return count
}

async function unmatchedLines(store: StoreReader, marketplace: string, month: PlainMonth): Promise<number> {
  let count = 0
  for await (const account of everyRecord(store, 'bankAccount')) {
    if (account.marketplace !== marketplace) continue
    const names = { after: `${account.id} `, before: `${account.id} ${lastOfMonth(month)}!` }
    for await (const { columns } of lifted(store, 'bankLine', marketplace, names, ['status'])) {
      if (columns[0] === 'open') count += 1
    }
  }
  return count
}

/** Records by their columns, in the order of their names and in turns with others. */
async function* lifted(
  store: StoreReader,
  kind: RecordKind,
  marketplace: string,
  names: { readonly after: string; readonly before: string },
  columns: readonly string[],
): AsyncGenerator<LiftedRow> {
  for (let after = names.after; ; ) {
    const page = await store.liftedBetween(kind, marketplace, { ...names, after }, columns, AT_ONCE)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) return
    after = last.name
    await setImmediate()
  }
}

/** Every record of a kind, in id order and in turns with others. */
export async function* everyRecord<K extends RecordKind>(
  store: StoreReader,
  kind: K,
): AsyncGenerator<RecordOf[K]> {
  for (let after = ''; ; ) {
    const page = await store.snapshotRows(kind, after, WHOLE_AT_ONCE)
    const rows = z.array(z.array(z.unknown())).parse(JSON.parse(`[${new TextDecoder().decode(page.json)}]`))
    for (const row of rows) yield RECORD_KINDS[kind].schema.parse(JSON.parse(z.string().parse(row.at(-1))))
    if (page.next === null) return
    after = page.next
    await setImmediate()
  }
}
