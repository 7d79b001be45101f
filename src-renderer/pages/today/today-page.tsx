import { IconCalendar, IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { weekday } from '#shared/calendar/plain-date.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { useAccount } from '../../shell/use-session.ts'
import { DepositsCard } from './deposits-card.tsx'
import { QueueCard } from './queue-card.tsx'
import { ReturnedCard } from './returned-card.tsx'
import classes from './today-page.module.css'
import { UrgentApplications, UrgentDeposits, UrgentListings } from './urgent-cards.tsx'

/** 今日: what waits, what is late, what came back. */
export function TodayPage() {
  const texts = useTexts()
  const today = useQuery(engine.today.queryOptions())
  const roles = useAccount()?.roles ?? []
  const title = texts.shell.screens.today
  if (today.data === undefined) {
    return (
      <Page title={title} scrolls>
        {today.isError ? <Failed error={today.error} reset={() => void today.refetch()} /> : <LateLoader />}
      </Page>
    )
  }
  const { on, workingDay, provisionalCalendar, applications, listings } = today.data
  const DayIcon = workingDay ? IconCalendar : IconCalendarOff
  const day = `${on} ${texts.today.weekdays[weekday(on) - 1]}`
  return (
    <Page
      title={title}
      scrolls
      aside={
        <span className={classes.day}>
          <DayIcon size={15} aria-hidden />
          {day} · {workingDay ? texts.today.workingDay : texts.today.restDay}
          {provisionalCalendar ? ` · ${texts.today.provisional}` : ''}
        </span>
      }
    >
      <div className={classes.grid}>
        {maySee(roles, 'application') ? (
          <>
            <QueueCard queue="applications" counts={applications} />
            <UrgentApplications />
          </>
        ) : null}
        {maySee(roles, 'listingVersion') ? (
          <>
            <QueueCard queue="listings" counts={listings} />
            <UrgentListings />
          </>
        ) : null}
        {maySee(roles, 'depositObligation') ? (
          <>
            <DepositsCard roles={roles} />
            <UrgentDeposits />
          </>
        ) : null}
        <div className={classes.whole}>
          <ReturnedCard />
        </div>
      </div>
    </Page>
  )
}
