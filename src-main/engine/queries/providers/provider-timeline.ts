import type { ProviderCase, TimelineEntry } from '#shared/contracts/console-engine/providers.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { providerHistory } from '#shared/contracts/console-platform/transitions/provider-transitions.ts'
import { RECORD_TITLES } from '#shared/descriptions/titles.ts'
import { actionName } from '#shared/words/actions.ts'
import { ofProvider } from '../of-provider.ts'
import type { QueryContext } from '../query-context.ts'

/** Most steps shown: the newest. */
const MAX_STEPS = 60

/** The kinds whose histories tell of a provider. */
const TOLD_BY = [
  'application',
  'listingVersion',
  'depositObligation',
  'violation',
  'settlementStatement',
  'payoutRequest',
  'providerAccount',
] as const
type TellingKind = (typeof TOLD_BY)[number]

/** What happened with a provider, the newest first, whatever record tells it; what is not to be seen tells nothing. */
export function timelineOf(context: QueryContext, provider: Provider): ProviderCase['timeline'] {
  const own = providerHistory(provider).map((step) => entry('provider', provider.id, provider.name, step))
  const steps = [...own, ...TOLD_BY.flatMap((kind) => stepsOf(context, kind, provider.id))]
  steps.sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? 1 : -1))
  return { rows: steps.slice(0, MAX_STEPS), total: steps.length }
}

function stepsOf<K extends TellingKind>(context: QueryContext, kind: K, providerId: string): TimelineEntry[] {
  return ofProvider(context, kind, providerId).flatMap((record) => {
    const { id, history }: { readonly id: string; readonly history: readonly HistoryEntry[] } = record
    const title = RECORD_TITLES[kind](record as RecordOf[K])
    return history.map((step) => entry(kind, id, title, step))
  })
}

function entry(
  kind: TimelineEntry['kind'],
  id: string,
  title: string,
  { at, action, actorName }: HistoryEntry,
): TimelineEntry {
  return { kind, id, title, at, action: actionName(action), byName: actorName }
}
