import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import type { SettlementSearch } from '#renderer/routes/search.ts'
import { choosing, type KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { CloseMonth } from '#shared/contracts/console-engine/settlement.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { openCount } from './open-count.ts'
import classes from './settlement.module.css'

/** Months told of a marketplace as tiles. */
const SHOWN = 6

interface MonthTilesProps {
  /** The one that is chosen; null shows the newest month of each. */
  readonly marketplace: string | null
  readonly month: string | null
  /** Whether the month stands beside the list. */
  readonly isOpen: boolean
  readonly onChoose: (part: SettlementSearch) => void
  readonly onOpen: () => void
}

/** The months that can be closed: the newest of every marketplace, or those of one. */
export function MonthTiles({ marketplace, month, isOpen, onChoose, onOpen }: MonthTilesProps) {
  const texts = useTexts().settlement
  const { choices } = useMarketplaces()
  const isMonth = marketplace !== null && month !== null
  useKeys(isMonth ? [{ means: 'open-month', label: texts.closeMonth, run: onOpen }] : [])
  // Beside an open month the numbers are those of its checks.
  const placed = (index: number) => (isOpen ? null : choosing(index))
  return (
    <section className={classes.tiles} aria-label={texts.months}>
      {marketplace === null ? (
        choices.map(({ value, label }, at) => (
          <MarketTile key={value} marketplace={value} name={label} means={placed(at)} onChoose={onChoose} />
        ))
      ) : (
        <MarketMonths marketplace={marketplace} chosen={month} placed={placed} onChoose={onChoose} />
      )}
      {isMonth ? (
        <Button
          variant={isOpen ? 'filled' : 'default'}
          aria-pressed={isOpen}
          rightSection={<KeyHint means="open-month" />}
          onClick={onOpen}
        >
          {texts.closeMonth}
        </Button>
      ) : null}
    </section>
  )
}

interface MarketTileProps {
  readonly marketplace: string
  readonly name: string
  readonly means: KeyMeaning | null
  readonly onChoose: (part: SettlementSearch) => void
}

function MarketTile({ marketplace, name, means, onChoose }: MarketTileProps) {
  const months = useQuery(engine.settlement.months.queryOptions({ input: { marketplace } }))
  const newest = months.data?.months.find(({ record }) => record !== null) ?? months.data?.months[0]
  return newest === undefined ? null : (
    <Tile
      name={name}
      of={newest}
      means={means}
      isChosen={false}
      onClick={() => onChoose({ marketplaces: [marketplace], months: [newest.month] })}
    />
  )
}

interface MarketMonthsProps {
  readonly marketplace: string
  readonly chosen: string | null
  readonly placed: (index: number) => KeyMeaning | null
  readonly onChoose: (part: SettlementSearch) => void
}

function MarketMonths({ marketplace, chosen, placed, onChoose }: MarketMonthsProps) {
  const months = useQuery(engine.settlement.months.queryOptions({ input: { marketplace } }))
  const all = months.data?.months ?? []
  const shown = all.filter(({ month }, at) => at < SHOWN || month === chosen)
  return shown.map((each, at) => (
    <Tile
      key={each.month}
      name=""
      of={each}
      means={placed(at)}
      isChosen={each.month === chosen}
      onClick={() => onChoose({ months: each.month === chosen ? undefined : [each.month] })}
    />
  ))
}

interface TileProps {
  readonly name: string
  readonly of: CloseMonth
  readonly means: KeyMeaning | null
  readonly isChosen: boolean
  readonly onClick: () => void
}

function Tile({ name, of: { month, record, totals, checks }, means, isChosen, onClick }: TileProps) {
  const texts = useTexts().settlement
  const open = openCount(checks)
  const label = name === '' ? month : `${name} ${month}`
  useKeys(means === null ? [] : [{ means, label, run: onClick }])
  return (
    <UnstyledButton className={classes.tile} aria-pressed={isChosen} onClick={onClick}>
      <span className={classes.tileHead}>
        <strong>{label}</strong>
        <span>
          {record === null ? texts.notDrafted : formatYuan(totals.net)}{' '}
          {means === null ? null : <KeyHint means={means} />}
        </span>
      </span>
      <span className={classes.quiet}>
        {record === null ? '' : texts.states(totals.drafts, totals.committed)}
        {open === 0 || totals.drafts === 0 ? '' : ` · ${texts.openChecks(open)}`}
      </span>
    </UnstyledButton>
  )
}
