import { IconCalendar, IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { weekday } from '#shared/calendar/plain-date.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { useUnseen } from '../../shell/states/not-visible.tsx'
import { useAccount } from '../../shell/use-session.ts'
import { AccountsCard } from './accounts-card.tsx'
import { CallsCard } from './calls-card.tsx'
import { ContactsCard } from './contacts-card.tsx'
import { DepositsCard } from './deposits-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { PayoutsCard } from './payouts-card.tsx'
import { QueueCard } from './queue-card.tsx'
import { RedLettersCard } from './red-letters-card.tsx'
import { ReturnedCard } from './returned-card.tsx'
import { ReviewsCard } from './reviews-card.tsx'
import { SupervisionCard } from './supervision-card.tsx'
import classes from './today-page.module.css'
import { UnseenCard } from './unseen-card.tsx'
import { UrgentApplications, UrgentDeposits, UrgentListings } from './urgent-cards.tsx'

/** 今日: what waits, what is late, what came back. */
export function TodayPage() {
  const texts = useTexts()
  const today = useQuery(engine.today.queryOptions())
  const unseenIn = useUnseen()
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
        {mayCommand(roles, 'user.invite') ? (
          <div className={classes.whole}>
            <AccountsCard />
          </div>
        ) : null}
        {mayCommand(roles, 'payout.approve') ? (
          <div className={classes.whole}>
            <PayoutsCard />
          </div>
        ) : null}
        {unseenIn('application') === null ? (
          <>
            <QueueCard queue="applications" counts={applications} />
            <UrgentApplications />
          </>
        ) : (
          <UnseenCard screen="applications" kind="application" />
        )}
        {unseenIn('listingVersion') === null ? (
          <>
            <QueueCard queue="listings" counts={listings} />
            <UrgentListings />
          </>
        ) : (
          <UnseenCard screen="listings" kind="listingVersion" />
        )}
        {unseenIn('depositObligation') === null ? (
          <>
            <DepositsCard />
            <UrgentDeposits />
          </>
        ) : (
          <UnseenCard screen="deposits" kind="depositObligation" />
        )}
        {unseenIn('invoice') === null ? (
          <div className={classes.whole}>
            <RedLettersCard />
          </div>
        ) : null}
        {mayCommand(roles, 'provider.re-verify') ? (
          <div className={classes.whole}>
            <ReviewsCard />
          </div>
        ) : null}
        {mayCommand(roles, 'supervision.confirm') ? (
          <div className={classes.whole}>
            <SupervisionCard />
            <CallsCard />
          </div>
        ) : null}
        {mayCommand(roles, 'notice.resend') ? (
          <div className={classes.whole}>
            <NoticesCard />
          </div>
        ) : null}
        {mayCommand(roles, 'contact.open') ? (
          <div className={classes.whole}>
            <ContactsCard />
          </div>
        ) : null}
        <div className={classes.whole}>
          <ReturnedCard />
        </div>
      </div>
    </Page>
  )
}
