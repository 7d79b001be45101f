import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SubscriptionsSearch } from '#renderer/routes/board-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { SubscriptionFilter } from '#shared/contracts/console-engine/subscriptions.ts'
import { SUBSCRIPTION_STATUSES } from '#shared/contracts/console-platform/records/subscription.ts'

interface SubscriptionFiltersProps {
  readonly filter: SubscriptionFilter
  readonly onChange: (part: SubscriptionsSearch) => void
}

const CLEARED: SubscriptionsSearch = {
  statuses: undefined,
  marketplaces: undefined,
  providerId: undefined,
  listingId: undefined,
  plan: undefined,
  from: undefined,
  to: undefined,
  endsFrom: undefined,
  endsTo: undefined,
  text: undefined,
}

export function SubscriptionFilters({ filter, onChange }: SubscriptionFiltersProps) {
  const texts = useTexts()
  const { subscriptionColumns: columns, filterText, from, to } = texts.boards
  const { choices } = useMarketplaces()
  const day = (
    label: string,
    value: string | null,
    part: (day: string | undefined) => SubscriptionsSearch,
  ) => (
    <TextInput
      type="date"
      w={132}
      aria-label={label}
      title={label}
      value={value ?? ''}
      onChange={({ currentTarget: { value: typed } }) => onChange(part(typed === '' ? undefined : typed))}
    />
  )
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value !== null && value.length > 0)}
      onClear={() => onChange(CLEARED)}
    >
      <TextFilter
        placeholder={filterText}
        value={filter.text}
        onChange={(typed) => onChange({ text: typed === '' ? undefined : typed })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={SUBSCRIPTION_STATUSES.map((value) => ({ value, label: texts.statuses.subscription[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      {day(`${columns.subscribedAt} ${from}`, filter.from, (value) => ({ from: value }))}
      <span aria-hidden>–</span>
      {day(`${columns.subscribedAt} ${to}`, filter.to, (value) => ({ to: value }))}
    </FilterBar>
  )
}
