import type { PROVIDER_SORT_COLUMNS, ProviderFilter } from '#shared/contracts/console-engine/providers.ts'
import {
  type Provider,
  providerSchema,
  providerStatusSchema,
} from '#shared/contracts/console-platform/records/provider.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type ProviderSort = (typeof PROVIDER_SORT_COLUMNS)[number]

/** Providers are thousands, not millions: sorting what the filter leaves is quick enough. */
const PROVIDERS: WindowSource<ProviderSort> = {
  tables: { confirmed: 'provider', overlay: null, totals: null },
  keys: {
    name: NAME_KEY,
    marketplace: 'marketplace',
    status: 'status',
    joinedOn: "ifnull(joinedOn, '9999-12-31')",
    updatedAt: 'updatedAt',
  },
  sortedRows: Number.POSITIVE_INFINITY,
}

/** One window of the providers. @throws BadInput on a cursor that is none. */
export function listProviders(
  context: QueryContext,
  question: WindowQuestion<ProviderSort> & { readonly filter: ProviderFilter },
): Window<Provider> {
  const filter = registerFilter(question.filter, providerStatusSchema.options)
  const window = readWindow<{ id: string; body: string }, ProviderSort>(
    context,
    PROVIDERS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  return { ...window, rows: window.rows.map((row) => providerSchema.parse(JSON.parse(row.body))) }
}
