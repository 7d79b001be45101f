import { useTexts } from '#renderer/i18n/language-context.ts'
import type { BillsSearch } from '#renderer/routes/bill-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import { NarrowedMarks } from '#renderer/table/narrowed-marks.tsx'
import type { BillFilter } from '#shared/contracts/console-engine/metered-bills.ts'
import { BILL_OUTCOMES } from '#shared/contracts/console-platform/records/metered-bill.ts'

interface BillFiltersProps {
  readonly filter: BillFilter
  readonly onChange: (part: BillsSearch) => void
}

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
  const { from, to, outcomes, marketplaces, productName, orderId, instanceId } = filter
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
      <NarrowedMarks from={from} to={to} named={{ productName, orderId, instanceId }} onChange={onChange} />
    </FilterBar>
  )
}
