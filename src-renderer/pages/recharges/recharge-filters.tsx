import { useTexts } from '#renderer/i18n/language-context.ts'
import type { RechargesSearch } from '#renderer/routes/search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { RechargeFilter } from '#shared/contracts/console-engine/recharges.ts'
import { RECHARGE_STATUSES } from '#shared/contracts/console-platform/records/recharge.ts'

interface RechargeFiltersProps {
  readonly filter: RechargeFilter
  readonly onChange: (part: RechargesSearch) => void
}

/** The filters of 充值交纳. */
export function RechargeFilters({ filter, onChange }: RechargeFiltersProps) {
  const { recharges: texts, statuses } = useTexts()
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
        choices={RECHARGE_STATUSES.map((value) => ({ value, label: statuses.recharge[value] }))}
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
