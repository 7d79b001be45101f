import { CopyId } from '#renderer/format/copy-id.tsx'
import { beijingDate } from '#renderer/format/instant.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ClockMark } from '#renderer/shell/status/clock-mark.tsx'
import { ApplicationStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import classes from './application-head.module.css'

interface ApplicationHeadProps {
  readonly opened: ApplicationCase
  readonly wide: boolean
  readonly onWide: (wide: boolean) => void
  readonly onClose: () => void
}

/** Who applies where, how it stands, and by which rules it is judged. */
export function ApplicationHead({ opened, ...way }: ApplicationHeadProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { application, provider, pack } = opened
  const words = texts.applications.head
  return (
    <CaseHead title={application.applicant.name} {...way}>
      <ApplicationStatusMark status={application.status} />
      {opened.clock === null ? null : <ClockMark clock={opened.clock} />}
      <span>{say(opened.marketplaceName)}</span>
      <span>{texts.review.listed(opened.categoryNames.map(say))}</span>
      <span>
        {texts.applications.kind[application.applicant.kind]} ·{' '}
        {texts.applications.purpose[application.purpose]}
      </span>
      <span className={classes.quiet}>{words.submitted(beijingDate(application.submittedAt))}</span>
      {application.decidedAt === null ? null : (
        <span className={classes.quiet}>{words.decided(beijingDate(application.decidedAt))}</span>
      )}
      <span className={classes.quiet}>{words.pack(pack.version, pack.effectiveFrom)}</span>
      {provider === null ? null : (
        <ProviderLink marketplace={application.marketplace} providerId={provider.id} />
      )}
      <CopyId id={application.id} />
    </CaseHead>
  )
}
