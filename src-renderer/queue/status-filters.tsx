import type { ReactNode } from 'react'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'

interface StatusFilterPart<Status extends string> {
  readonly statuses?: Status[] | undefined
  readonly marketplaces?: string[] | undefined
  readonly months?: string[] | undefined
  readonly text?: string | undefined
}

interface StatusFiltersProps<Status extends string> {
  /** Filters of its own that a queue has behind these. */
  readonly children?: ReactNode
  readonly filter: {
    readonly statuses: readonly Status[]
    readonly marketplaces: readonly string[]
    /** Months come from an address only: each can be let go, none is added. */
    readonly months?: readonly string[]
    readonly text: string
  }
  /** The states in the order of their flow. */
  readonly statuses: readonly Status[]
  readonly words: Readonly<Record<Status, string>>
  readonly columns: { readonly status: string; readonly marketplace: string; readonly month?: string }
  readonly placeholder: string
  readonly onChange: (part: StatusFilterPart<Status>) => void
}

/** The filters of a queue by text, state and marketplace. */
export function StatusFilters<Status extends string>(props: StatusFiltersProps<Status>) {
  const { filter, statuses, words, columns, placeholder, onChange } = props
  const { choices } = useMarketplaces()
  const months = filter.months ?? []
  const chosen = [...filter.statuses, ...filter.marketplaces, ...months, ...filter.text]
  return (
    <FilterBar
      active={chosen.length > 0}
      onClear={() =>
        onChange({ statuses: undefined, marketplaces: undefined, months: undefined, text: undefined })
      }
    >
      <TextFilter
        placeholder={placeholder}
        value={filter.text}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={statuses.map((value) => ({ value, label: words[value] }))}
        value={filter.statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={filter.marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      {months.length === 0 || columns.month === undefined ? null : (
        <ChoicesFilter
          label={columns.month}
          choices={months.map((month) => ({ value: month, label: month }))}
          value={months}
          onChange={(value) => onChange({ months: value.length === 0 ? undefined : value })}
        />
      )}
      {props.children}
    </FilterBar>
  )
}
