import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { BillsSearch } from '#renderer/routes/bill-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import type { BillFilter } from '#shared/contracts/console-engine/metered-bills.ts'
import { BILL_OUTCOMES } from '#shared/contracts/console-platform/records/metered-bill.ts'

interface BillFiltersProps {
  readonly filter: BillFilter
  readonly onChange: (part: BillsSearch) => void
}

/** What an address narrows the bills by, each let go by a click. */
const NAMED = ['productName', 'orderId', 'instanceId'] as const
const CLEARED: BillsSearch = {
  outcomes: undefined,
  marketplaces: undefined,
  providerId: undefined,
  from: undefined,
  to: undefined,
  productName: undefined,
  orderId: undefined,
  instanceId: undefined,
}

/** What the bills are narrowed by. */
export function BillFilters({ filter, onChange }: BillFiltersProps) {
  const texts = useTexts()
  const { columns } = texts.meteredBills
  const { choices } = useMarketplaces()
  const { from, to, outcomes, marketplaces } = filter
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value !== null && value.length > 0)}
      onClear={() => onChange(CLEARED)}
    >
      <ChoicesFilter
        label={columns.status}
        choices={BILL_OUTCOMES.map((value) => ({ value, label: texts.statuses.meteredBill[value] }))}
        value={outcomes}
        onChange={(value) => onChange({ outcomes: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      {from === null && to === null ? null : (
        <Button variant="light" onClick={() => onChange({ from: undefined, to: undefined })}>
          {from} – {to} ×
        </Button>
      )}
      {NAMED.filter((name) => filter[name] !== null).map((name) => (
        <Button key={name} variant="light" onClick={() => onChange({ [name]: undefined })}>
          {filter[name]} ×
        </Button>
      ))}
    </FilterBar>
  )
}
