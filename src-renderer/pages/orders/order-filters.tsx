import { TextInput } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { OrdersSearch } from '#renderer/routes/search.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { ChoicesFilter, FilterBar, TextFilter } from '#renderer/table/filter-bar.tsx'
import type { OrderFilter } from '#shared/contracts/console-engine/orders.ts'
import {
  ORDER_CHANNELS,
  ORDER_STATUSES,
  orderKindSchema,
} from '#shared/contracts/console-platform/records/order.ts'

interface OrderFiltersProps {
  readonly filter: OrderFilter
  readonly onChange: (part: OrdersSearch) => void
}

const CLEARED: OrdersSearch = {
  statuses: undefined,
  marketplaces: undefined,
  kinds: undefined,
  channels: undefined,
  paidFrom: undefined,
  paidTo: undefined,
  providerId: undefined,
  listingId: undefined,
  text: undefined,
}

export function OrderFilters({ filter, onChange }: OrderFiltersProps) {
  const texts = useTexts()
  const { columns, filter: words, kind, channel } = texts.orders
  const { choices } = useMarketplaces()
  const { statuses, marketplaces, kinds, channels, paidFrom, paidTo, text } = filter
  const active =
    statuses.length + marketplaces.length + kinds.length + channels.length + text.length > 0 ||
    paidFrom !== null ||
    paidTo !== null
  return (
    <FilterBar active={active} onClear={() => onChange(CLEARED)}>
      <TextFilter
        placeholder={words.text}
        value={text}
        onChange={(typed) => onChange({ text: typed === '' ? undefined : typed })}
      />
      <ChoicesFilter
        label={columns.status}
        choices={ORDER_STATUSES.map((value) => ({ value, label: texts.statuses.order[value] }))}
        value={statuses}
        onChange={(value) => onChange({ statuses: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.marketplace}
        choices={choices}
        value={marketplaces}
        onChange={(value) => onChange({ marketplaces: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.kind}
        choices={orderKindSchema.options.map((value) => ({ value, label: kind[value] }))}
        value={kinds}
        onChange={(value) => onChange({ kinds: value.length === 0 ? undefined : value })}
      />
      <ChoicesFilter
        label={columns.channel}
        choices={ORDER_CHANNELS.map((value) => ({ value, label: channel[value] }))}
        value={channels}
        onChange={(value) => onChange({ channels: value.length === 0 ? undefined : value })}
      />
      <TextInput
        type="date"
        w={132}
        aria-label={words.from}
        title={words.from}
        value={paidFrom ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ paidFrom: value === '' ? undefined : value })}
      />
      <span aria-hidden>–</span>
      <TextInput
        type="date"
        w={132}
        aria-label={words.to}
        title={words.to}
        value={paidTo ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ paidTo: value === '' ? undefined : value })}
      />
    </FilterBar>
  )
}
