import { useTexts } from '#renderer/i18n/language-context.ts'
import type { NoticesSearch } from '#renderer/routes/notice-search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { NoticeFilter } from '#shared/contracts/console-engine/notices.ts'
import { NOTICE_STATUSES } from '#shared/contracts/console-platform/records/notice.ts'
import { OCCASIONS } from '#shared/rules/notices/occasions.ts'

interface NoticeFiltersProps {
  readonly filter: NoticeFilter
  readonly onChange: (part: NoticesSearch) => void
}

const CLEARED: NoticesSearch = {
  statuses: undefined,
  marketplaces: undefined,
  occasion: undefined,
  providerId: undefined,
  from: undefined,
  to: undefined,
  text: undefined,
}

/** What notices are narrowed by. */
export function NoticeFilters({ filter, onChange }: NoticeFiltersProps) {
  const texts = useTexts()
  const { columns, occasions, filterText } = texts.notices
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={Object.values(filter).some((value) => value !== null && value.length > 0)}
      onClear={() => onChange(CLEARED)}
    >
      <TextFilter
        placeholder={filterText}
        value={filter.text}
        onChange={(typed) => onChange({ text: typed || undefined })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={NOTICE_STATUSES.map((value) => ({ value, label: texts.statuses.notice[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.occasion}
        choices={OCCASIONS.map((value) => ({ value, label: occasions[value] }))}
        value={filter.occasion === null ? [] : [filter.occasion]}
        onChange={(value) => onChange({ occasion: value.at(-1) })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
    </FilterBar>
  )
}
