import { assert } from '#shared/base/assert.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { depositScopes } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type {
  DepositObligation,
  DepositRecordFacts,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { cite } from '#shared/rules/cite.ts'
import { explainsAmount } from '#shared/rules/deposits/explains-amount.ts'
import { type RequiredAmount, requiredAmount } from '#shared/rules/deposits/required-amount.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import type { Citation } from '#shared/rules/verdict.ts'

/** What of a provider its deposit depends on. */
export type DepositProvider = Pick<
  Provider,
  | 'id'
  | 'marketplace'
  | 'name'
  | 'staff'
  | 'freeOrOpenSourceOnly'
  | 'openSourceOnly'
  | 'joinedOn'
  | 'categories'
>

export type FactsChange = (before: DepositRecordFacts) => Partial<DepositRecordFacts>

/** What happens to a provider that its deposits have to know. */
export interface DepositEvent {
  readonly on: PlainDate
  readonly entry: HistoryEntry
  /** What changes of the facts, given those before. */
  readonly change: FactsChange
}

/** An obligation as it was and as it will be; the same where nothing of it changes. */
export interface PlannedObligation {
  readonly before: DepositObligation | null
  readonly after: DepositObligation
}

/**
 * The obligations of a provider after something happened to it, by the pack in force on that day: one for each
 * category where the pack says so, else one. Amounts once stated stay as they are.
 */
export function planObligations(
  policies: Pick<Policies, 'packs'>,
  provider: DepositProvider,
  existing: readonly DepositObligation[],
  event: DepositEvent,
  newId: () => string,
): PlannedObligation[] {
  const pack = packInForce(policies.packs, provider.marketplace, event.on)
  if (!pack?.deposit) return []
  const { amount } = pack.deposit
  const stated = cite(pack, 'deposit.amount', amount)
  return depositScopes(pack, provider.categories).map((category): PlannedObligation => {
    const before = existing.find((each) => each.category === category) ?? null
    const categories = category === null ? [...provider.categories] : [category]
    const known = { ...(before?.facts ?? NEWCOMER), ...factsOf(provider), categories }
    const facts = { ...known, ...event.change(known) }
    const required = requiredAmount(pack, amount, categories)
    const state = {
      providerName: provider.name,
      ...(before === null || before.amount === null ? reckoned(required, stated) : keptAmount(before)),
      facts,
    }
    if (before !== null && canonicalJson({ ...before, ...state }) === canonicalJson(before)) {
      return { before, after: before }
    }
    const after: DepositObligation = {
      ...(before ?? {
        id: newId(),
        marketplace: provider.marketplace,
        providerId: provider.id,
        category,
        entries: [],
      }),
      ...state,
      version: (before?.version ?? 0) + 1,
      history: [...(before?.history ?? []), event.entry],
      updatedAt: event.entry.at,
    }
    return { before, after }
  })
}

/** An amount with the rules it was reckoned by: the one never changes without the other. */
type Explained = Pick<DepositObligation, 'amount' | 'why' | 'steps'>

function reckoned(required: RequiredAmount, stated: Citation): Explained {
  const amount = required.outcome === 'ok' ? required.required : null
  const steps = [...required.steps]
  assert(explainsAmount(steps, amount), 'the steps of a deposit come to its amount')
  return { amount, why: steps[0]?.citation ?? stated, steps }
}

function keptAmount({ amount, why, steps }: Explained): Explained {
  return { amount, why, steps }
}

/** Nothing has happened yet. */
const NEWCOMER: Omit<DepositRecordFacts, 'categories' | keyof ReturnType<typeof factsOf>> = {
  firstListedOn: null,
  paidProductOn: null,
  lastDelistedOn: null,
  stillListed: 0,
  hasViolation: false,
  cooperationEndedOn: null,
}

function factsOf({ joinedOn, staff, freeOrOpenSourceOnly, openSourceOnly }: DepositProvider) {
  return { joinedOn, staff, freeOrOpenSource: freeOrOpenSourceOnly, openSource: openSourceOnly }
}
