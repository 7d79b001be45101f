import { Button, Select } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, SegmentFilter } from '#renderer/table/filter-bar.tsx'
import type { ClusterGroup, SubscriptionGroup } from '#shared/contracts/console-engine/boards.ts'
import type { Period } from '#shared/rules/boards/board-period.ts'
import { PeriodChoice } from './period-choice.tsx'

/** What of an address the head of a board changes. */
export interface BoardPart {
  readonly rows?: boolean | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly marketplaces?: string[] | undefined
  readonly providerId?: string | undefined
  readonly listingId?: string | undefined
}

interface BoardBarProps {
  readonly period: Period
  readonly marketplaces: readonly string[]
  /** Whose figures alone these are; null where they are everybody's. */
  readonly only: string | null
  readonly onChange: (part: BoardPart) => void
}

/** Which days, which marketplaces, and whether only one provider's or product's. */
export function BoardBar({ period, marketplaces, only, onChange }: BoardBarProps) {
  const texts = useTexts()
  const { choices } = useMarketplaces()
  return (
    <FilterBar
      active={marketplaces.length > 0 || only !== null}
      onClear={() => onChange({ marketplaces: undefined, providerId: undefined, listingId: undefined })}
    >
      <PeriodChoice period={period} onChange={onChange} />
      <ChoicesFilter
        label={texts.orders.columns.marketplace}
        choices={choices}
        value={[...marketplaces]}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      <OnlyMark only={only} onChange={onChange} />
    </FilterBar>
  )
}

/** Whose rows or figures alone are shown, and the way back to everybody's. */
export function OnlyMark({ only, onChange }: Pick<BoardBarProps, 'only' | 'onChange'>) {
  const texts = useTexts().boards
  return only === null ? null : (
    <Button
      variant="light"
      title={texts.everybody}
      onClick={() => onChange({ providerId: undefined, listingId: undefined })}
    >
      {texts.of(only)} ×
    </Button>
  )
}

/** From the figures to the rows behind them, and back. */
export function ViewSwitch({
  rows,
  onChange,
}: {
  readonly rows: boolean
  readonly onChange: (part: BoardPart) => void
}) {
  const texts = useTexts().boards
  return (
    <SegmentFilter
      label={`${texts.figures} / ${texts.rows}`}
      choices={[
        { value: 'figures', label: texts.figures },
        { value: 'rows', label: texts.rows },
      ]}
      value={rows ? 'rows' : 'figures'}
      onChange={(value) => onChange({ rows: value === 'rows' || undefined })}
    />
  )
}

interface GroupChoiceProps<By extends SubscriptionGroup | ClusterGroup> {
  readonly groups: readonly By[]
  readonly by: By
  readonly onChange: (by: By) => void
}

/** What the figures are told apart by. */
export function GroupChoice<By extends SubscriptionGroup | ClusterGroup>({
  groups,
  by,
  onChange,
}: GroupChoiceProps<By>) {
  const texts = useTexts().boards
  return (
    <Select
      w={160}
      aria-label={texts.group}
      data={groups.map((value) => ({ value, label: texts.by[value] }))}
      value={by}
      onChange={(value) => {
        const chosen = groups.find((each) => each === value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
