import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PayoutsSearch } from '#renderer/routes/payout-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { PayoutFilter } from '#shared/contracts/console-engine/payouts.ts'
import { PAYOUT_STATUSES } from '#shared/contracts/console-platform/records/payout-request.ts'

interface PayoutFiltersProps {
  readonly filter: PayoutFilter
  readonly onChange: (part: PayoutsSearch) => void
}

/** The filters of 提现. */
export function PayoutFilters({ filter, onChange }: PayoutFiltersProps) {
  const { payouts: texts, statuses } = useTexts()
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
        choices={PAYOUT_STATUSES.map((value) => ({ value, label: statuses.payoutRequest[value] }))}
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
