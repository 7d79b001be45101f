import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CommissionRebatesSearch } from '#renderer/routes/settlement-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { CommissionRebateFilter } from '#shared/contracts/console-engine/commission-rebates.ts'
import { COMMISSION_REBATE_STATUSES } from '#shared/contracts/console-platform/records/commission-rebate.ts'

interface CommissionRebateFiltersProps {
  readonly filter: CommissionRebateFilter
  readonly onChange: (part: CommissionRebatesSearch) => void
}

const CLEARED: CommissionRebatesSearch = {
  statuses: undefined,
  marketplaces: undefined,
  months: undefined,
  text: undefined,
}

export function CommissionRebateFilters({ filter, onChange }: CommissionRebateFiltersProps) {
  const texts = useTexts()
  const { columns, filterText } = texts.commissionRebates
  const { choices } = useMarketplaces()
  const { statuses, marketplaces, months, text } = filter
  return (
    <FilterBar
      active={statuses.length + marketplaces.length + months.length + text.length > 0}
      onClear={() => onChange(CLEARED)}
    >
      <TextFilter
        placeholder={filterText}
        value={text}
        onChange={(value) => onChange({ text: value || undefined })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={COMMISSION_REBATE_STATUSES.map((value) => ({
          value,
          label: texts.statuses.commissionRebate[value],
        }))}
        value={statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      {months.length === 0 ? null : (
        <ChoicesFilter
          label={columns.month}
          choices={months.map((month) => ({ value: month, label: month }))}
          value={months}
          onChange={(value) => onChange({ months: value.length === 0 ? undefined : value })}
        />
      )}
    </FilterBar>
  )
}
