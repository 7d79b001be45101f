import {
  PROVIDER_REVIEWS,
  type PROVIDER_SORT_COLUMNS,
  type ProviderFilter,
  type ProviderReview,
  type ProviderRow,
} from '#shared/contracts/console-engine/providers.ts'
import { type ProviderLimits, providerLimits } from '#shared/contracts/console-platform/provider-clocks.ts'
import { providerSchema, providerStatusSchema } from '#shared/contracts/console-platform/records/provider.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { reviewDays } from './provider-papers.ts'

type ProviderSort = (typeof PROVIDER_SORT_COLUMNS)[number]

/** Providers are thousands, not millions: sorting what the filter leaves is quick enough. */
const PROVIDERS: WindowSource<ProviderSort> = {
  tables: { confirmed: 'provider', overlay: 'overlay_provider', totals: null },
  keys: {
    name: NAME_KEY,
    marketplace: 'marketplace',
    status: 'status',
    joinedOn: "ifnull(joinedOn, '9999-12-31')",
    updatedAt: 'updatedAt',
  },
  sortedRows: Number.POSITIVE_INFINITY,
}

/** One window of the providers, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listProviders(
  context: QueryContext,
  question: WindowQuestion<ProviderSort> & { readonly filter: ProviderFilter },
): Window<ProviderRow> {
  const filter = registerFilter(question.filter, providerStatusSchema.options)
  const reviews = question.filter.reviews.map((review) => REVIEW_SQL[review])
  const conditions = reviews.length === 0 ? [] : [`(${reviews.join(' OR ')})`]
  const window = readWindow<{ id: string; body: string }, ProviderSort>(
    context,
    PROVIDERS,
    {
      ...filter,
      narrow: [...filter.narrow, ...conditions],
      walk: [...filter.walk, ...conditions],
      bindings: reviews.length === 0 ? filter.bindings : { ...filter.bindings, ...limits(context) },
    },
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'provider')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) => {
      const provider = providerSchema.parse(JSON.parse(body))
      return { ...provider, ...reviewDays(context, provider), pending: pendingOf(id) }
    }),
  }
}

/** How many providers are to be looked at again, by why. */
export function countReviews(context: QueryContext): Record<ProviderReview, number> {
  const sums = PROVIDER_REVIEWS.map((review) => `sum(${REVIEW_SQL[review]}) AS "${review}"`)
  const row = context.statements
    .prepare<Partial<Record<ProviderReview, number | null>>>(`SELECT ${sums.join(', ')} FROM provider r`)
    .get(limits(context))
  const counts = PROVIDER_REVIEWS.map((review) => [review, row?.[review] ?? 0] as const)
  // One for each of the list.
  return Object.fromEntries(counts) as Record<ProviderReview, number>
}

const IS_HOME = "r.status IN ('active', 'suspended', 'leaving')"

/** Whether a provider is to be looked at again, by the columns of its row. */
const REVIEW_SQL: Readonly<Record<ProviderReview, string>> = {
  'verification-over': `(${IS_HOME} AND ifnull(r.verifiedOn <= @verifiedOver, 0))`,
  'verification-soon': `(${IS_HOME} AND ifnull(r.verifiedOn > @verifiedOver AND r.verifiedOn <= @verifiedSoon, 0))`,
  'papers-over': `(${IS_HOME} AND ifnull(r.documentsExpireOn < @today, 0))`,
  'contracts-over': `(${IS_HOME} AND ifnull(r.contractsEndOn < @today, 0))`,
  'contracts-soon': `(${IS_HOME} AND ifnull(r.contractsEndOn >= @today AND r.contractsEndOn <= @soon, 0))`,
  'papers-soon': `(${IS_HOME} AND ifnull(r.documentsExpireOn >= @today AND r.documentsExpireOn <= @soon, 0))`,
}

function limits({ controls, today }: QueryContext): Record<keyof ProviderLimits, string> {
  return { ...providerLimits(controls, today) }
}
