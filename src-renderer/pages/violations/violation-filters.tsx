import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ViolationsSearch } from '#renderer/routes/search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { ViolationFilter } from '#shared/contracts/console-engine/violations.ts'
import { VIOLATION_STATUSES } from '#shared/contracts/console-platform/records/violation.ts'

interface ViolationFiltersProps {
  readonly filter: ViolationFilter
  readonly onChange: (part: ViolationsSearch) => void
}

/** The filters of 违规记录. */
export function ViolationFilters({ filter, onChange }: ViolationFiltersProps) {
  const { violations: texts, statuses } = useTexts()
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
        choices={VIOLATION_STATUSES.map((value) => ({ value, label: statuses.violation[value] }))}
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
