import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { beijingDate } from '#renderer/format/instant.ts'
import { formatBytes } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { ClockMark } from '#renderer/shell/status/clock-mark.tsx'
import { ListingVersionStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import classes from './listing-head.module.css'

interface ListingHeadProps {
  readonly opened: ListingCase
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  readonly onClose: () => void
}

/** Which product in which version, whose, where, and how it stands. */
export function ListingHead({ opened, ...way }: ListingHeadProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { categoryName } = useMarketplaces()
  const { listingVersion, provider } = opened
  const { submittedAt } = listingVersion
  return (
    <CaseHead title={say(listingVersion.title) || listingVersion.listingName} {...way}>
      <ListingVersionStatusMark status={listingVersion.status} />
      {opened.clock === null ? null : <ClockMark clock={opened.clock} />}
      <code className={classes.package}>
        {listingVersion.listingName}@{listingVersion.packageVersion}
      </code>
      <span>{listingVersion.livePackageHash === null ? texts.listings.isNew : texts.listings.isUpdate}</span>
      <span>{say(opened.marketplaceName)}</span>
      <span>{categoryName(listingVersion.marketplace, listingVersion.category)}</span>
      <span>{texts.listings.delivery[listingVersion.offer.delivery]}</span>
      {provider === null ? null : (
        <Anchor
          size="sm"
          className={classes.provider ?? ''}
          title={provider.name}
          renderRoot={(props) => <Link to="/providers/$id" params={{ id: provider.id }} {...props} />}
        >
          {provider.name}
        </Anchor>
      )}
      {submittedAt === null ? null : (
        <span className={classes.quiet}>{texts.applications.head.submitted(beijingDate(submittedAt))}</span>
      )}
      <span className={classes.quiet}>
        {texts.listings.head.size(formatBytes(listingVersion.packageBytes))}
      </span>
      <CopyId id={listingVersion.id} />
    </CaseHead>
  )
}
