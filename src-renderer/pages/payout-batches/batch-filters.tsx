import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PayoutBatchesSearch } from '#renderer/routes/payout-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { PayoutBatchFilter } from '#shared/contracts/console-engine/payout-batches.ts'
import { PAYOUT_BATCH_STATUSES } from '#shared/contracts/console-platform/records/payout-batch.ts'

interface PayoutBatchFiltersProps {
  readonly filter: PayoutBatchFilter
  readonly onChange: (part: PayoutBatchesSearch) => void
}

/** The filters of 付款批次. */
export function PayoutBatchFilters({ filter, onChange }: PayoutBatchFiltersProps) {
  const { payoutBatches: texts, statuses } = useTexts()
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={filter.statuses.length + filter.marketplaces.length + filter.text.length > 0}
      onClear={() => onChange({ statuses: undefined, marketplaces: undefined, text: undefined })}
    >
      <TextFilter
        placeholder={texts.filterText}
        value={filter.text}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <ChoicesFilter
        label={texts.columns.status}
        choices={PAYOUT_BATCH_STATUSES.map((value) => ({ value, label: statuses.payoutBatch[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
    </FilterBar>
  )
}
