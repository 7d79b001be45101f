import { IconAlertCircle, IconClockExclamation, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import {
  APPLICATION_TURNS,
  LISTING_TURNS,
  statesOf,
  type Turns,
} from '#shared/contracts/console-engine/queue-turns.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel } from '../../shell/page/panel.tsx'
import { ApplicationStatusMark, ListingVersionStatusMark } from '../../shell/status/status-mark.tsx'
import classes from './today-page.module.css'

/** The states in which somebody has to do something: first ours, then the vendor's. */
const openStates = <Status extends string>(turns: Turns<Status>) => [
  ...statesOf(turns, 'ours'),
  ...statesOf(turns, 'theirs'),
]

interface QueueCardProps {
  readonly queue: 'applications' | 'listings'
  readonly counts: QueueCounts
}

/** One queue in numbers; every number opens the rows behind it. */
export function QueueCard({ queue, counts }: QueueCardProps) {
  const texts = useTexts()
  const to = `/${queue}` as const
  const heads = [
    {
      tone: 'bad',
      word: texts.today.overdue,
      count: counts.overdue,
      icon: IconAlertCircle,
      search: { clock: 'overdue' },
    },
    {
      tone: 'warn',
      word: texts.today.warn,
      count: counts.warn,
      icon: IconClockExclamation,
      search: { clock: 'warn' },
    },
    {
      tone: 'calm',
      word: texts.today.mine,
      count: counts.mine,
      icon: IconUser,
      search: { assignee: 'mine' },
    },
  ] as const
  return (
    <Panel title={texts.shell.screens[queue]} aside={<Link to={to}>{texts.today.all}</Link>}>
      <div className={classes.heads}>
        {heads.map(({ tone, word, count, icon: Icon, search }) => (
          <Link
            key={word}
            to={to}
            search={search}
            className={classes.head}
            data-tone={tone}
            data-some={count > 0}
          >
            <span className={classes.headNumber}>{grouped(count)}</span>
            <span className={classes.headWord}>
              <Icon size={14} aria-hidden />
              {word}
            </span>
          </Link>
        ))}
      </div>
      <nav className={classes.lines} aria-label={texts.today.byState}>
        {queue === 'applications'
          ? openStates(APPLICATION_TURNS).map((status) => (
              <Link key={status} to="/applications" search={{ statuses: [status] }} className={classes.line}>
                <ApplicationStatusMark status={status} />
                <span className={classes.number}>{grouped(counts.byStatus[status] ?? 0)}</span>
              </Link>
            ))
          : openStates(LISTING_TURNS).map((status) => (
              <Link key={status} to="/listings" search={{ statuses: [status] }} className={classes.line}>
                <ListingVersionStatusMark status={status} />
                <span className={classes.number}>{grouped(counts.byStatus[status] ?? 0)}</span>
              </Link>
            ))}
      </nav>
    </Panel>
  )
}
