import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ClustersSearch } from '#renderer/routes/board-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { ClusterFilter } from '#shared/contracts/console-engine/subscriptions.ts'
import { CLUSTER_STATUSES } from '#shared/contracts/console-platform/records/cluster.ts'

interface ClusterFiltersProps {
  readonly filter: ClusterFilter
  readonly onChange: (part: ClustersSearch) => void
}

const CLEARED: ClustersSearch = {
  statuses: undefined,
  marketplaces: undefined,
  providerId: undefined,
  listingId: undefined,
  packageVersion: undefined,
  from: undefined,
  to: undefined,
  text: undefined,
}

export function ClusterFilters({ filter, onChange }: ClusterFiltersProps) {
  const texts = useTexts()
  const { clusterColumns: columns, filterClusters, from, to } = texts.boards
  const { choices } = useMarketplaces()
  const day = (label: string, value: string | null, part: (day: string | undefined) => ClustersSearch) => (
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
        placeholder={filterClusters}
        value={filter.text}
        onChange={(typed) => onChange({ text: typed === '' ? undefined : typed })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={CLUSTER_STATUSES.map((value) => ({ value, label: texts.statuses.cluster[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      {day(`${columns.installedAt} ${from}`, filter.from, (value) => ({ from: value }))}
      <span aria-hidden>–</span>
      {day(`${columns.installedAt} ${to}`, filter.to, (value) => ({ to: value }))}
    </FilterBar>
  )
}
