import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CommissionInvoicesSearch } from '#renderer/routes/settlement-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { CommissionInvoiceFilter } from '#shared/contracts/console-engine/commission-invoices.ts'
import { COMMISSION_INVOICE_STATUSES } from '#shared/contracts/console-platform/records/commission-invoice.ts'

interface CommissionInvoiceFiltersProps {
  readonly filter: CommissionInvoiceFilter
  readonly onChange: (part: CommissionInvoicesSearch) => void
}

const CLEARED: CommissionInvoicesSearch = {
  statuses: undefined,
  marketplaces: undefined,
  months: undefined,
  text: undefined,
}

export function CommissionInvoiceFilters({ filter, onChange }: CommissionInvoiceFiltersProps) {
  const texts = useTexts()
  const { columns, filterText } = texts.commissionInvoices
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
        choices={COMMISSION_INVOICE_STATUSES.map((value) => ({
          value,
          label: texts.statuses.commissionInvoice[value],
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
