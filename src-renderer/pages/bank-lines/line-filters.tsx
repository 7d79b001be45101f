import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { LinesSearch } from '#renderer/routes/search.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { AccountRow, LineFilter, LineKind } from '#shared/contracts/console-engine/bank-lines.ts'
import { OTHER_KINDS } from '#shared/contracts/console-platform/records/bank-line.ts'
import { CONFIDENCES } from '#shared/rules/bank-matching/confidence.ts'

interface LineFiltersProps {
  readonly filter: LineFilter
  readonly accounts: readonly AccountRow[]
  readonly onChange: (part: LinesSearch) => void
}

const KINDS: readonly LineKind[] = ['deposit', 'refund', 'payout', 'return', ...OTHER_KINDS]
const DIRECTIONS = ['in', 'out'] as const

/** The filters of the workbench; the state is chosen with its figure below. */
export function LineFilters({ filter, accounts, onChange }: LineFiltersProps) {
  const texts = useTexts().bankLines
  const { accounts: chosen, directions, kinds, confidences, from, to, text } = filter
  const active =
    chosen.length + directions.length + kinds.length + confidences.length + text.length > 0 ||
    from !== null ||
    to !== null
  return (
    <FilterBar
      active={active}
      onClear={() =>
        onChange({
          accounts: undefined,
          directions: undefined,
          kinds: undefined,
          confidences: undefined,
          from: undefined,
          to: undefined,
          text: undefined,
        })
      }
    >
      <TextFilter
        placeholder={texts.filter.text}
        value={text}
        onChange={(typed) => onChange({ text: typed === '' ? undefined : typed })}
      />
      <ChoicesFilter
        label={texts.filter.account}
        choices={accounts.map(({ id, bank, number }) => ({ value: id, label: `${bank} ${number}` }))}
        value={chosen}
        onChange={(value) => onChange({ accounts: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.filter.direction}
        choices={DIRECTIONS.map((value) => ({ value, label: texts.direction[value] }))}
        value={directions}
        onChange={(value) => onChange({ directions: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.filter.kind}
        choices={KINDS.map((value) => ({ value, label: texts.kind[value] }))}
        value={kinds}
        onChange={(value) => onChange({ kinds: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={texts.filter.confidence}
        choices={CONFIDENCES.map((value) => ({ value, label: texts.confidence[value] }))}
        value={confidences}
        onChange={(value) => onChange({ confidences: value.length === 0 ? undefined : value })}
      />
      <TextInput
        type="date"
        w={132}
        aria-label={texts.filter.from}
        title={texts.filter.from}
        value={from ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ from: value === '' ? undefined : value })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="date"
        w={132}
        aria-label={texts.filter.to}
        title={texts.filter.to}
        value={to ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ to: value === '' ? undefined : value })}
      />
    </FilterBar>
  )
}
