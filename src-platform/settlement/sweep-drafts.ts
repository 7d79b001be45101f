import { setImmediate } from 'node:timers/promises'
import { lineNamesIn } from '#shared/contracts/console-platform/kinds/settlement-line.ts'
import { statementNamesIn } from '#shared/contracts/console-platform/kinds/settlement-statement.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { SettlementMonth } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { LiftedRow, PlatformStore } from '../store/store.ts'

/** Records removed in one transaction: some milliseconds, for which others wait. */
const AT_ONCE = 250

/**
 * Removes the statements and lines of drafts that are no longer their month's, part by part between other writes. The
 * draft before the present one stays to be compared with, where its provider has not committed the month. What is left
 * where it ends early is swept with the next draft.
 */
export async function sweepDrafts(
  store: PlatformStore,
  { marketplace, month, draft }: SettlementMonth,
): Promise<void> {
  const drafts: LiftedRow[] = []
  const committed = new Set<unknown>()
  for (let names = statementNamesIn(month); ; ) {
    const columns = ['status', 'draftId', 'providerId']
    const page = await store.liftedBetween('settlementStatement', marketplace, names, columns, AT_ONCE)
    for (const row of page) {
      const [status, of, providerId] = row.columns
      if (status === 'committed') committed.add(providerId)
      if (status === 'draft' && of !== draft?.id) drafts.push(row)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) break
    names = { ...names, after: last.name }
    await setImmediate()
  }
  const gone = drafts.filter(
    ({ columns: [, of, providerId] }) => of !== draft?.earlier?.id || committed.has(providerId),
  )
  for (const { id } of gone) {
    while (true) {
      const lines = await store.liftedBetween('settlementLine', marketplace, lineNamesIn(id), [], AT_ONCE)
      await removeAll(store, 'settlementLine', lines)
      if (lines.length < AT_ONCE) break
    }
  }
  for (let at = 0; at < gone.length; at += AT_ONCE) {
    await removeAll(store, 'settlementStatement', gone.slice(at, at + AT_ONCE))
  }
}

async function removeAll(store: PlatformStore, kind: RecordKind, rows: readonly LiftedRow[]): Promise<void> {
  if (rows.length === 0) return
  await store.write(async (transaction) => {
    for (const { id } of rows) await transaction.remove(kind, id)
  })
}
