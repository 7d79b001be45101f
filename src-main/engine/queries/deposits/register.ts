import type { Database } from 'better-sqlite3'
import type { NewAmountState } from '#shared/contracts/console-engine/deposits.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { type NewAmount, newAmountOn } from '#shared/contracts/console-platform/new-amount.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** What the TEMP table deposit_register was computed from. */
interface Computed {
  stamp: string
  today: string
  policies: Policies | null
  /** By id: the version, and whether pending decisions lie over it. */
  readonly states: Map<string, string>
}

const COMPUTED = new WeakMap<Database, Computed>()

const PRESENT = `SELECT id, version, 0 AS overlaid FROM deposit_obligation r
    WHERE NOT EXISTS (SELECT 1 FROM overlay_deposit_obligation o WHERE o.id = r.id)
  UNION ALL SELECT id, version, 1 FROM overlay_deposit_obligation`

const PUT = `INSERT OR REPLACE INTO deposit_register VALUES (@id, @version, @marketplace, @providerId, @name,
  @category, @amount, @balance, @status, @settled, @waivedUntil, @dueOn, @refundableFrom, @provisional, @newAmount, @newAmountState)`

/**
 * Brings the register up to date: how each deposit stands depends on the day, so it is computed here and not kept
 * with the records. Only what changed is computed again, and all of it on a new day or under other rules.
 */
export function refreshRegister(context: QueryContext): void {
  const { sql } = context.workspace.cache
  const known: Computed = COMPUTED.get(sql) ?? {
    ...{ stamp: '', today: '', policies: null },
    states: new Map<string, string>(),
  }
  COMPUTED.set(sql, known)
  const isAsBefore = known.today === context.today && known.policies === context.policies
  if (isAsBefore && known.stamp === context.counts.stamp()) return
  if (!isAsBefore) known.states.clear()
  sql.transaction(() => {
    const gone = new Set(known.states.keys())
    if (gone.size === 0) context.statements.prepare('DELETE FROM deposit_register').run({})
    for (const { id, version, overlaid } of context.statements.prepare<Present>(PRESENT).all({})) {
      gone.delete(id)
      const state = `${version} ${overlaid}`
      // A pending decision can be undone and another taken: its version tells nothing.
      if (overlaid === 0 && known.states.get(id) === state) continue
      known.states.set(id, state)
      const obligation = readPresent(context, 'depositObligation', id)
      if (obligation !== null) context.statements.prepare(PUT).run(registered(context, obligation))
    }
    for (const id of gone) {
      known.states.delete(id)
      context.statements.prepare('DELETE FROM deposit_register WHERE id = @id').run({ id })
    }
  })()
  known.today = context.today
  known.policies = context.policies
  known.stamp = context.counts.stamp()
}

interface Present {
  readonly id: string
  readonly version: number
  readonly overlaid: 0 | 1
}

function registered(context: QueryContext, obligation: DepositObligation) {
  const { id, version, marketplace, providerId, providerName: name, category, amount } = obligation
  const { status, settled, waivedUntil, dueOn, refundableFrom, provisional } = depositOnDay(
    context,
    obligation,
    context.today,
  )
  const raised = newAmountOn(context.packs, obligation, context.today)
  return {
    ...{ id, version, marketplace, providerId, name, category, amount },
    ...{ status, waivedUntil, dueOn, refundableFrom },
    balance: depositBalance(obligation),
    settled: settled ? 1 : 0,
    provisional: provisional ? 1 : 0,
    newAmount: raised?.becomes ?? null,
    newAmountState: raised === null ? null : newAmountState(raised),
  }
}

function newAmountState({ decided }: NewAmount): NewAmountState {
  if (decided === null) return 'undecided'
  return decided.owes ? 'owed' : 'not-owed'
}
