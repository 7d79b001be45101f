import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CallsSearch } from '#renderer/routes/call-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import type { CallFilter } from '#shared/contracts/console-engine/interface-calls.ts'
import { CALL_OUTCOMES } from '#shared/contracts/console-platform/records/interface-call.ts'

interface CallFiltersProps {
  readonly filter: CallFilter
  readonly onChange: (part: CallsSearch) => void
}

/** What an address narrows the calls by, each let go by a click. */
const NAMED = ['scene', 'productName', 'orderId', 'instanceId', 'repeatKey'] as const
const CLEARED: CallsSearch = {
  marketplaces: undefined,
  providerId: undefined,
  from: undefined,
  to: undefined,
  outcomes: undefined,
  scene: undefined,
  productName: undefined,
  orderId: undefined,
  instanceId: undefined,
  repeatKey: undefined,
}

/** What the calls are narrowed by. */
export function CallFilters({ filter, onChange }: CallFiltersProps) {
  const texts = useTexts()
  const { columns } = texts.interfaceCalls
  const { choices } = useMarketplaces()
  const { from, to, outcomes, marketplaces } = filter
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value !== null && value.length > 0)}
      onClear={() => onChange(CLEARED)}
    >
      <ChoicesFilter
        label={columns.status}
        choices={CALL_OUTCOMES.map((value) => ({
          value,
          label: texts.statuses.interfaceCall[value],
        }))}
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
