import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SupervisionSearch } from '#renderer/routes/supervision-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { SupervisionFilter } from '#shared/contracts/console-engine/supervisions.ts'
import { SUPERVISION_PARTIES, WAITING_STATES } from '#shared/rules/supervision/waiting-for.ts'

interface SupervisionFiltersProps {
  readonly filter: SupervisionFilter
  readonly onChange: (part: SupervisionSearch) => void
}

const CLEARED: SupervisionSearch = {
  statuses: undefined,
  waitsFor: undefined,
  marketplaces: undefined,
  late: undefined,
  providerId: undefined,
  listingId: undefined,
  productName: undefined,
  billedIn: undefined,
  text: undefined,
}

/** What supervised orders are narrowed by. */
export function SupervisionFilters({ filter, onChange }: SupervisionFiltersProps) {
  const texts = useTexts()
  const { columns, parties, board } = texts.supervision
  const { choices } = useMarketplaces()
  const chosen = (value: readonly string[]) => value.length === 0
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value === true || (value && value.length > 0))}
      onClear={() => onChange(CLEARED)}
    >
      <TextFilter
        placeholder={board.filterText}
        value={filter.text}
        onChange={(typed) => onChange({ text: typed || undefined })}
      />
      <ChoicesFilter
        label={columns.waitsFor}
        choices={SUPERVISION_PARTIES.map((value) => ({ value, label: parties[value] }))}
        value={filter.waitsFor}
        onChange={(value) => onChange({ waitsFor: chosen(value) ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={WAITING_STATES.map((value) => ({ value, label: texts.statuses.supervision[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: chosen(value) ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: chosen(value) ? undefined : value })}
      />
      <Button
        variant={filter.late ? 'light' : 'subtle'}
        aria-pressed={filter.late}
        onClick={() => onChange({ late: filter.late ? undefined : true })}
      >
        {board.late}
      </Button>
      {filter.productName === null ? null : (
        <Button variant="light" onClick={() => onChange({ productName: undefined })}>
          {filter.productName} ×
        </Button>
      )}
      {filter.billedIn === null ? null : (
        <Button variant="light" onClick={() => onChange({ billedIn: undefined })}>
          {filter.billedIn === 'none' ? board.noBill : board.billedIn(filter.billedIn)} ×
        </Button>
      )}
    </FilterBar>
  )
}
