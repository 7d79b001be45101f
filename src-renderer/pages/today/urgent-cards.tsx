import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DueDay } from '#renderer/shell/status/due-day.tsx'
import { applicationFilterSchema } from '#shared/contracts/console-engine/applications.ts'
import { depositFilterSchema } from '#shared/contracts/console-engine/deposits.ts'
import { listingFilterSchema } from '#shared/contracts/console-engine/listings.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { engine } from '../../engine-client/engine.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { ClockMark } from '../../shell/status/clock-mark.tsx'
import { DepositStatusMark } from '../../shell/status/status-mark.tsx'
import { useMarketplaces } from '../../shell/use-marketplaces.ts'
import classes from './today-page.module.css'

/** As high as the card of numbers beside it. */
const LINES = 7
const DUE_FIRST = { sort: { column: 'dueOn', descending: false }, after: null, limit: LINES } as const
const OURS: ('submitted' | 'in_review')[] = ['submitted', 'in_review']

/** Applications that have to be decided first. */
export function UrgentApplications() {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const { data } = useQuery(
    engine.applications.list.queryOptions({
      input: { ...DUE_FIRST, filter: applicationFilterSchema.parse({ statuses: OURS }) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <UrgentPanel title={texts.shell.screens.applications} empty={data?.total === 0}>
      {data?.rows.map((row) => (
        <RecordLink key={row.id} kind="application" id={row.id} className={classes.line}>
          <span className={classes.name} title={row.name}>
            {row.name}
          </span>
          <span className={`${classes.aside} ${classes.market}`}>{marketplaceName(row.marketplace)}</span>
          <span className={classes.clock}>
            <ClockMark clock={row.clock} />
          </span>
        </RecordLink>
      ))}
    </UrgentPanel>
  )
}

/** Listing versions that have to be decided first. */
export function UrgentListings() {
  const texts = useTexts()
  const say = useBilingual()
  const { marketplaceName } = useMarketplaces()
  const { data } = useQuery(
    engine.listings.list.queryOptions({
      input: { ...DUE_FIRST, filter: listingFilterSchema.parse({ statuses: OURS }) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <UrgentPanel title={texts.shell.screens.listings} empty={data?.total === 0}>
      {data?.rows.map((row) => (
        <RecordLink key={row.id} kind="listingVersion" id={row.id} className={classes.line}>
          <span className={classes.name} title={`${row.listingName} ${row.packageVersion}`}>
            {say(row.title) || row.listingName} {row.packageVersion}
          </span>
          <span className={`${classes.aside} ${classes.market}`}>{marketplaceName(row.marketplace)}</span>
          <span className={classes.clock}>
            <ClockMark clock={row.clock} />
          </span>
        </RecordLink>
      ))}
    </UrgentPanel>
  )
}

/** Deposits that are late, or soon will be. */
export function UrgentDeposits() {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  const { data } = useQuery(
    engine.deposits.list.queryOptions({
      input: { ...DUE_FIRST, filter: depositFilterSchema.parse({ statuses: ['overdue', 'due-soon'] }) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <UrgentPanel
      title={texts.shell.screens.deposits}
      empty={data?.total === 0}
      nothing={texts.today.deposits.nothingUrgent}
    >
      {data?.rows.map((row) => (
        <RecordLink key={row.id} kind="depositObligation" id={row.id} className={classes.line}>
          <span className={classes.name} title={row.name}>
            {row.name}
          </span>
          <span className={`${classes.aside} ${classes.market}`}>{marketplaceName(row.marketplace)}</span>
          <span className={classes.aside}>
            {row.amount === null ? null : formatYuan(row.amount - row.balance)}
          </span>
          <span className={classes.clock}>
            <DepositStatusMark status={row.status} /> <DueDay day={row.dueOn} provisional={row.provisional} />
          </span>
        </RecordLink>
      ))}
    </UrgentPanel>
  )
}

interface UrgentPanelProps {
  readonly title: string
  readonly empty: boolean
  /** What is said where there is nothing. */
  readonly nothing?: string
  readonly children: ReactNode
}

function UrgentPanel({ title, empty, nothing, children }: UrgentPanelProps) {
  const texts = useTexts().today
  return (
    <Panel title={`${title} · ${texts.urgent}`}>
      {empty ? (
        <PanelNote>{nothing ?? texts.nothingUrgent}</PanelNote>
      ) : (
        <div className={classes.lines}>{children}</div>
      )}
    </Panel>
  )
}
