import { useTexts } from '#renderer/i18n/language-context.ts'
import type { CallsSearch } from '#renderer/routes/call-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar } from '#renderer/table/filter-bar.tsx'
import { NarrowedMarks } from '#renderer/table/narrowed-marks.tsx'
import type { CallFilter } from '#shared/contracts/console-engine/interface-calls.ts'
import { CALL_OUTCOMES } from '#shared/contracts/console-platform/records/interface-call.ts'

interface CallFiltersProps {
  readonly filter: CallFilter
  readonly onChange: (part: CallsSearch) => void
}

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
  const { from, to, outcomes, marketplaces, scene, productName, orderId, instanceId, repeatKey } = filter
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
      <NarrowedMarks
        from={from}
        to={to}
        named={{ scene, productName, orderId, instanceId, repeatKey }}
        onChange={onChange}
      />
    </FilterBar>
  )
}
