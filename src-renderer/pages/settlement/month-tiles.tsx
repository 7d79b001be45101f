import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { SettlementSearch } from '#renderer/routes/search.ts'
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
  return (
    <section className={classes.tiles} aria-label={texts.months}>
      {marketplace === null ? (
        choices.map(({ value, label }) => (
          <MarketTile key={value} marketplace={value} name={label} onChoose={onChoose} />
        ))
      ) : (
        <MarketMonths marketplace={marketplace} chosen={month} onChoose={onChoose} />
      )}
      {marketplace === null || month === null ? null : (
        <Button variant={isOpen ? 'filled' : 'default'} aria-pressed={isOpen} onClick={onOpen}>
          {texts.closeMonth}
        </Button>
      )}
    </section>
  )
}

interface MarketTileProps {
  readonly marketplace: string
  readonly name: string
  readonly onChoose: (part: SettlementSearch) => void
}

function MarketTile({ marketplace, name, onChoose }: MarketTileProps) {
  const months = useQuery(engine.settlement.months.queryOptions({ input: { marketplace } }))
  const newest = months.data?.months.find(({ record }) => record !== null) ?? months.data?.months[0]
  return newest === undefined ? null : (
    <Tile
      name={name}
      of={newest}
      isChosen={false}
      onClick={() => onChoose({ marketplaces: [marketplace], months: [newest.month] })}
    />
  )
}

interface MarketMonthsProps {
  readonly marketplace: string
  readonly chosen: string | null
  readonly onChoose: (part: SettlementSearch) => void
}

function MarketMonths({ marketplace, chosen, onChoose }: MarketMonthsProps) {
  const months = useQuery(engine.settlement.months.queryOptions({ input: { marketplace } }))
  const all = months.data?.months ?? []
  const shown = all.filter(({ month }, at) => at < SHOWN || month === chosen)
  return shown.map((each) => (
    <Tile
      key={each.month}
      name=""
      of={each}
      isChosen={each.month === chosen}
      onClick={() => onChoose({ months: each.month === chosen ? undefined : [each.month] })}
    />
  ))
}

interface TileProps {
  readonly name: string
  readonly of: CloseMonth
  readonly isChosen: boolean
  readonly onClick: () => void
}

function Tile({ name, of: { month, record, totals, checks }, isChosen, onClick }: TileProps) {
  const texts = useTexts().settlement
  const open = openCount(checks)
  return (
    <UnstyledButton className={classes.tile} aria-pressed={isChosen} onClick={onClick}>
      <span className={classes.tileHead}>
        <strong>{name === '' ? month : `${name} ${month}`}</strong>
        <span>{record === null ? texts.notDrafted : formatYuan(totals.net)}</span>
      </span>
      <span className={classes.quiet}>
        {record === null ? '' : texts.states(totals.drafts, totals.committed)}
        {open === 0 || totals.drafts === 0 ? '' : ` · ${texts.openChecks(open)}`}
      </span>
    </UnstyledButton>
  )
}
