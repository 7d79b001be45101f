import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PayeeAccountsSearch } from '#renderer/routes/payout-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { PayeeAccountFilter } from '#shared/contracts/console-engine/payee-accounts.ts'
import { PROVIDER_ACCOUNT_STATUSES } from '#shared/contracts/console-platform/records/provider-account.ts'

interface PayeeAccountFiltersProps {
  readonly filter: PayeeAccountFilter
  readonly onChange: (part: PayeeAccountsSearch) => void
}

/** The filters of 收款账户. */
export function PayeeAccountFilters({ filter, onChange }: PayeeAccountFiltersProps) {
  const { payouts, statuses } = useTexts()
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={filter.statuses.length + filter.marketplaces.length + filter.text.length > 0}
      onClear={() => onChange({ statuses: undefined, marketplaces: undefined, text: undefined })}
    >
      <TextFilter
        placeholder={payouts.accounts.filterText}
        value={filter.text}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <ChoicesFilter
        label={payouts.accountColumns.status}
        choices={PROVIDER_ACCOUNT_STATUSES.map((value) => ({
          value,
          label: statuses.providerAccount[value],
        }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={payouts.accountColumns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
    </FilterBar>
  )
}
