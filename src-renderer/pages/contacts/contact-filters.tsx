import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ContactsSearch } from '#renderer/routes/contact-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { ContactFilter } from '#shared/contracts/console-engine/contacts.ts'
import { CONTACT_REASONS, CONTACT_STATUSES } from '#shared/contracts/console-platform/records/contact.ts'

interface ContactFiltersProps {
  readonly filter: ContactFilter
  readonly onChange: (part: ContactsSearch) => void
}

const CLEARED: ContactsSearch = {
  statuses: undefined,
  marketplaces: undefined,
  reason: undefined,
  providerId: undefined,
  listingId: undefined,
  from: undefined,
  to: undefined,
  overdue: undefined,
  text: undefined,
}

/** What contact records are narrowed by. */
export function ContactFilters({ filter, onChange }: ContactFiltersProps) {
  const texts = useTexts()
  const { columns, reasons, filterText, overdue } = texts.contacts
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value === true || (value && value.length > 0))}
      onClear={() => onChange(CLEARED)}
    >
      <TextFilter
        placeholder={filterText}
        value={filter.text}
        onChange={(typed) => onChange({ text: typed || undefined })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={CONTACT_STATUSES.map((value) => ({ value, label: texts.statuses.contact[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.reason}
        choices={CONTACT_REASONS.map((value) => ({ value, label: reasons[value] }))}
        value={filter.reason === null ? [] : [filter.reason]}
        onChange={(value) => onChange({ reason: value.at(-1) })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      <Button
        variant={filter.overdue ? 'light' : 'subtle'}
        aria-pressed={filter.overdue}
        onClick={() => onChange({ overdue: filter.overdue ? undefined : true })}
      >
        {overdue}
      </Button>
    </FilterBar>
  )
}
