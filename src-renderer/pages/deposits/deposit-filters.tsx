import { useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositsSearch } from '#renderer/routes/search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import { type DepositFilter, NEW_AMOUNT_STATES } from '#shared/contracts/console-engine/deposits.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'

interface DepositFiltersProps {
  readonly filter: DepositFilter
  readonly onChange: (part: DepositsSearch) => void
}

/** The filters of the register. */
export function DepositFilters({ filter, onChange }: DepositFiltersProps) {
  const { deposits: texts, statuses: all } = useTexts()
  const statuses = all.depositObligation
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={
        filter.statuses.length + filter.marketplaces.length + filter.newAmounts.length + filter.text.length >
        0
      }
      onClear={() =>
        onChange({ statuses: undefined, marketplaces: undefined, newAmounts: undefined, text: undefined })
      }
    >
      <TextFilter
        placeholder={texts.filter.text}
        value={filter.text}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <ChoicesFilter
        label={texts.columns.status}
        choices={DEPOSIT_STATUSES.map((value) => ({ value, label: statuses[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.columns.newAmountState}
        choices={NEW_AMOUNT_STATES.map((value) => ({ value, label: texts.newAmountStates[value] }))}
        value={filter.newAmounts}
        onChange={(value) => onChange({ newAmounts: value.length === 0 ? undefined : value })}
      />
    </FilterBar>
  )
}
