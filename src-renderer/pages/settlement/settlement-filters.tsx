import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SettlementSearch } from '#renderer/routes/search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { SettlementFilter } from '#shared/contracts/console-engine/settlement.ts'
import { STATEMENT_STATUSES } from '#shared/contracts/console-platform/records/settlement-statement.ts'

interface SettlementFiltersProps {
  readonly filter: SettlementFilter
  readonly onChange: (part: SettlementSearch) => void
}

const CLEARED: SettlementSearch = {
  statuses: undefined,
  marketplaces: undefined,
  months: undefined,
  text: undefined,
}

export function SettlementFilters({ filter, onChange }: SettlementFiltersProps) {
  const texts = useTexts()
  const { columns, filter: words } = texts.settlement
  const { choices } = useMarketplaces()
  const { statuses, marketplaces, months, text } = filter
  const active = statuses.length + marketplaces.length + months.length + text.length > 0
  return (
    <FilterBar active={active} onClear={() => onChange(CLEARED)}>
      <TextFilter
        placeholder={words.text}
        value={text}
        onChange={(value) => onChange({ text: value || undefined })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={marketplaces}
        onChange={(value) =>
          onChange({ marketplaces: value.length === 0 ? undefined : value, months: undefined })
        }
      />
      <ChoicesFilter
        label={columns.status}
        choices={STATEMENT_STATUSES.map((value) => ({
          value,
          label: texts.statuses.settlementStatement[value],
        }))}
        value={statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
    </FilterBar>
  )
}
