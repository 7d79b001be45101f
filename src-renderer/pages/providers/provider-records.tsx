import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'
import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { ClockMark } from '../../shell/status/clock-mark.tsx'
import { ApplicationStatusMark, ListingVersionStatusMark } from '../../shell/status/status-mark.tsx'
import classes from './providers.module.css'
import { RecordList } from './record-list.tsx'

interface ProviderRecordsProps {
  readonly applications: readonly ApplicationRow[]
  readonly listings: readonly ListingRow[]
}

/** A vendor's applications and listing versions, each a way to its case. */
export function ProviderRecords({ applications, listings }: ProviderRecordsProps) {
  const texts = useTexts().providers
  const inWords = useBilingual()
  return (
    <>
      <RecordList
        kind="application"
        title={texts.applications}
        rows={applications}
        none={texts.noApplications}
      >
        {(row) => (
          <RecordLink key={row.id} kind="application" id={row.id} className={classes.line}>
            <span className={classes.lineName}>
              {row.categories.map((category) => inWords(category.name)).join(', ')}
            </span>
            <span className={classes.lineStatus}>
              <ApplicationStatusMark status={row.status} />
            </span>
            <span className={classes.lineClock}>
              <ClockMark clock={row.clock} />
            </span>
            <span className={classes.lineDate}>
              <Moment at={row.submittedAt} day />
            </span>
          </RecordLink>
        )}
      </RecordList>
      <RecordList kind="listingVersion" title={texts.listings} rows={listings} none={texts.noListings}>
        {(row) => (
          <RecordLink key={row.id} kind="listingVersion" id={row.id} className={classes.line}>
            <span className={classes.lineName} title={row.listingName}>
              {inWords(row.title) || row.listingName} · {row.packageVersion}
            </span>
            <span className={classes.lineStatus}>
              <ListingVersionStatusMark status={row.status} />
            </span>
            <span className={classes.lineClock}>
              <ClockMark clock={row.clock} />
            </span>
            <span className={classes.lineDate}>
              <Moment at={row.submittedAt} day />
            </span>
          </RecordLink>
        )}
      </RecordList>
    </>
  )
}
