import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { useAccount, useSession } from '#renderer/shell/use-session.ts'
import {
  type Choice,
  ChoicesFilter,
  FilterBar,
  SegmentFilter,
  TextFilter,
} from '#renderer/table/filter-bar.tsx'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import { countOf, statesOf, type Turn, type Turns } from '#shared/contracts/console-engine/queue-turns.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'

/** What both queues are filtered by, as their addresses hold it. No `statuses` means those that wait for us, an empty list all. */
export interface QueueFilter<Status extends string> {
  readonly statuses?: Status[] | undefined
  readonly marketplaces?: string[] | undefined
  readonly category?: string | undefined
  readonly assignee?: string | undefined
  readonly clock?: 'any' | 'warn' | 'overdue' | undefined
  readonly text?: string | undefined
}

interface ReviewFiltersProps<Status extends string> {
  readonly filter: QueueFilter<Status>
  readonly statuses: readonly Choice<Status>[]
  /** Whose step is next in each state, and how many stand there; null until that is known. */
  readonly turns: Turns<Status>
  readonly counts: QueueCounts | null
  readonly textLabel: string
  /** Which categories of a marketplace there are to choose from. */
  readonly categoriesOf: 'categories' | 'listingCategories'
  readonly onChange: (part: QueueFilter<Status>) => void
}

const CLEARED = {
  statuses: undefined,
  marketplaces: undefined,
  category: undefined,
  assignee: undefined,
  clock: undefined,
  text: undefined,
} as const
const PARTS = Object.keys(CLEARED) as (keyof typeof CLEARED)[]

/** The filters of a review queue; a part that is at its default leaves the address. */
export function ReviewFilters<Status extends string>(props: ReviewFiltersProps<Status>) {
  const { filter, statuses, turns, counts, textLabel, categoriesOf, onChange } = props
  const texts = useTexts()
  const words = texts.applications.filter
  const { choices } = useMarketplaces()
  const categories = useCategories(filter.marketplaces ?? [], categoriesOf)
  const assignees = useAssignees()
  const active = PARTS.some((part) => filter[part] !== undefined)
  const theirs = statesOf(turns, 'theirs')
  const numbered = (word: string, turn: Turn) =>
    counts === null ? word : `${word} ${grouped(countOf(counts, turns, turn))}`
  return (
    <FilterBar active={active} onClear={() => onChange(CLEARED)}>
      <TextFilter
        placeholder={textLabel}
        value={filter.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <SegmentFilter
        label={words.scope}
        choices={[
          { value: 'ours', label: numbered(words.ours, 'ours') },
          { value: 'theirs', label: numbered(words.theirs, 'theirs') },
          { value: 'all', label: words.all },
        ]}
        value={scopeOf(filter.statuses, theirs)}
        onChange={(wanted) =>
          onChange({ statuses: wanted === 'all' ? [] : wanted === 'theirs' ? theirs : undefined })
        }
      />
      <ChoicesFilter
        label={words.status}
        choices={statuses}
        value={filter.statuses ?? []}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={words.marketplace}
        choices={choices}
        value={filter.marketplaces ?? []}
        onChange={(value) =>
          onChange({ marketplaces: value.length === 0 ? undefined : value, category: undefined })
        }
      />
      <Select
        aria-label={words.category}
        placeholder={words.category}
        w={120}
        clearable
        searchable
        data={categories}
        value={filter.category ?? null}
        onChange={(value) => onChange({ category: value ?? undefined })}
      />
      <Select
        aria-label={words.assignee}
        placeholder={words.assignee}
        w={112}
        clearable
        data={assignees}
        value={filter.assignee ?? null}
        onChange={(value) => onChange({ assignee: value ?? undefined })}
      />
      <SegmentFilter
        label={words.clock}
        choices={[
          { value: 'any', label: words.anyClock },
          { value: 'warn', label: words.warn },
          { value: 'overdue', label: words.overdue },
        ]}
        value={filter.clock ?? 'any'}
        onChange={(clock) => onChange({ clock: clock === 'any' ? undefined : clock })}
      />
    </FilterBar>
  )
}

/** Which segment stands for the states asked for; states chosen one by one are none of them. */
function scopeOf<Status>(statuses: readonly Status[] | undefined, theirs: readonly Status[]) {
  if (statuses === undefined) return 'ours'
  if (statuses.length === 0) return 'all'
  const isTheirs = statuses.length === theirs.length && theirs.every((status) => statuses.includes(status))
  return isTheirs ? 'theirs' : ''
}

/** Categories of the chosen marketplaces, each id once. */
function useCategories(marketplaces: readonly string[], of: 'categories' | 'listingCategories') {
  const say = useBilingual()
  const session = useSession()
  const names = new Map<string, string>()
  for (const marketplace of session?.marketplaces ?? []) {
    if (marketplaces.length > 0 && !marketplaces.includes(marketplace.key)) continue
    for (const { id, name } of marketplace[of]) if (!names.has(id)) names.set(id, say(name))
  }
  return [...names].map(([value, label]) => ({ value, label }))
}

/** Me, nobody, and the colleagues who review. */
function useAssignees() {
  const texts = useTexts().review
  const me = useAccount()
  const operators = useQuery(engine.operators.queryOptions())
  const colleagues = (operators.data ?? []).filter(
    (operator) => operator.id !== me?.id && mayCommand(operator.roles, 'application.start-review'),
  )
  return [
    { value: 'mine', label: texts.myself },
    { value: 'nobody', label: texts.nobody },
    ...colleagues.map((operator) => ({ value: operator.id, label: operator.name })),
  ]
}
