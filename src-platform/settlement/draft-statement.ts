import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  RulesUsed,
  type SettlementLine,
  settlementLine,
} from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { RebateWay } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { settleMonth } from '#shared/rules/settlement/settle-month.ts'
import type { StoreReader } from '../store/store.ts'
import { gatherOrders } from './orders-to-settle.ts'

/** Lines made before others have their turn: some milliseconds. */
const LINES_AT_ONCE = 250

/** What every statement of a draft has alike. */
export interface Drafting {
  readonly store: StoreReader
  readonly packs: readonly PolicyPack[]
  readonly newId: () => string
  /** Ids of lines, each after the one before: lines are read in the order of their ids. */
  readonly lineId: () => string
  readonly marketplace: string
  readonly month: string
  readonly monthId: string
  readonly draftId: string
  readonly rebates: RebateWay
  readonly at: string
  /** What of the feed the draft sees. */
  readonly position: number
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Ids that follow each other, of a draft and of no other: the time of its own id, 40 bits that its whole id comes to, a
 * count. Ids made in one millisecond are alike but for their ends, so that the beginning of one is not enough.
 */
export function countedIds(draftId: string): () => string {
  const digest = createHash('sha256').update(draftId).digest()
  const own = [...digest.subarray(0, 8)].map((byte) => CROCKFORD.charAt(byte % 32)).join('')
  let count = 0
  return () => {
    count += 1
    return `${draftId.slice(0, 10)}${own}${String(count).padStart(8, '0')}`
  }
}

/** What a provider had of statements before, and what is written for the month. */
export interface ProviderBefore {
  readonly provider: Provider
  readonly statements: readonly SettlementStatement[]
  readonly adjustments: readonly RecordOf['settlementAdjustment'][]
}

/** A statement once all its lines are made, and which of its orders came too late for their own months. */
export interface Drafted {
  readonly statement: SettlementStatement
  readonly late: ReadonlySet<string>
}

/** A statement without what only its lines, once all are made, come to. */
type Head = Omit<SettlementStatement, 'totals' | 'carriedOut' | 'notSettled' | 'cliffs' | 'lines' | 'rules'>

/** Committed statements of months before one, the newest last. */
export function closedBefore(
  statements: readonly SettlementStatement[],
  month: string,
): SettlementStatement[] {
  return statements
    .filter((each) => each.status === 'committed' && each.month < month)
    .sort((one, other) => (one.month < other.month ? -1 : 1))
}

/** Makes a provider's statement: gives its lines as they are made, then the statement. In turns with others. */
export async function* draftStatement(
  drafting: Drafting,
  { provider, statements, adjustments }: ProviderBefore,
): AsyncGenerator<SettlementLine, Drafted> {
  const { store, packs, marketplace, month, lineId, rebates } = drafting
  const closed = closedBefore(statements, month)
  const before = closed.at(-1) ?? null
  const charged = { joinedOn: provider.joinedOn, approvedOn: provider.joinedOn }
  const own = { marketplace, providerId: provider.id }
  const gathered = await gatherOrders(store, { ...own, month, packs, provider: charged, closed })
  const head = headOf(drafting, provider, statements, before, adjustments)
  const rules = new RulesUsed()
  const settling = settleMonth({
    ...gathered,
    ...{ packs, month, provider: charged, adjustments, rebates },
    carriedIn: head.carriedIn,
    carriedFrom: before?.month ?? null,
  })
  for (let lines = 0; ; lines += 1) {
    const next = settling.next()
    if (next.done) {
      const { carriedOut, notSettled, cliffs, totals } = next.value
      const statement: SettlementStatement = {
        ...head,
        lines,
        totals: { ...totals, taxGroups: [...totals.taxGroups] },
        carriedOut: [...carriedOut],
        notSettled: notSettled.map((each) => ({ ...each, orderIds: [...each.orderIds] })),
        cliffs: [...cliffs],
        rules: rules.all,
      }
      return { statement, late: gathered.late }
    }
    if (lines > 0 && lines % LINES_AT_ONCE === 0) await setImmediate()
    yield settlementLine(head, lineId(), next.value, rules)
  }
}

function headOf(
  { newId, marketplace, month, monthId, draftId, rebates, at, position }: Drafting,
  { id: providerId, name: providerName }: Provider,
  statements: readonly SettlementStatement[],
  before: SettlementStatement | null,
  adjustments: ProviderBefore['adjustments'],
): Head {
  const voided = statements.findLast((each) => each.status === 'voided' && each.month === month)
  return {
    ...{ id: newId(), version: 1, marketplace, month, monthId, draftId, providerId, providerName },
    ...{ position, status: 'draft', rebates },
    carriedFrom: before === null ? null : { id: before.id, month: before.month },
    carriedIn: before?.carriedOut ?? [],
    adjustmentIds: adjustments.map(({ id }) => id),
    differences: [],
    replaces: voided?.id ?? null,
    committed: null,
    voided: null,
    history: [],
    updatedAt: at,
  }
}
