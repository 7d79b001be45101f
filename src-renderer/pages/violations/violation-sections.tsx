import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { ViolationCase } from '#shared/contracts/console-engine/violation-case.ts'
import type { Violation } from '#shared/contracts/console-platform/records/violation.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './violations.module.css'

interface SectionProps {
  readonly violation: Violation
}

/** What happened, and what proves it. */
export function FactsSection({ violation }: SectionProps) {
  const texts = useTexts().violations
  const { fields } = texts
  const { facts, evidence, attachments, occurredOn, recorded } = violation
  return (
    <CaseSection title={fields.facts} aside={occurredOn}>
      <p className={classes.text}>{facts}</p>
      <FactList
        facts={[{ label: fields.evidence, value: <span className={classes.text}>{evidence}</span> }]}
      />
      <AttachmentList attachments={attachments} />
      <p className={classes.quiet}>
        {texts.recordedBy(recorded.byName)} <Moment at={recorded.at} />
      </p>
    </CaseSection>
  )
}

/** What was ruled; nothing before anything was. */
export function RulingSection({ violation: { ruling } }: SectionProps) {
  const texts = useTexts()
  const { fields, ruling: words } = texts.violations
  if (ruling === null) return null
  const { outcome, deduction, topUpBy, topUpRule, barsRefund, reason, byName, at } = ruling
  return (
    <CaseSection title={fields.ruling}>
      <FactList
        facts={[
          { label: fields.ruling, value: words[outcome] },
          ...(outcome === 'dismissed'
            ? []
            : [
                { label: fields.deduction, value: formatYuan(deduction) },
                { label: fields.topUpBy, value: topUpBy ?? texts.format.none },
                { label: fields.barsRefund, value: barsRefund ? texts.format.yes : texts.format.no },
              ]),
        ]}
      />
      <p className={classes.text}>{reason}</p>
      {topUpRule === null ? (
        outcome === 'upheld' ? (
          <p className={classes.quiet}>{texts.violations.notStated}</p>
        ) : null
      ) : (
        <CitationLine citation={topUpRule} />
      )}
      <p className={classes.quiet}>
        {texts.violations.ruledBy(byName)} <Moment at={at} />
      </p>
    </CaseSection>
  )
}

/** The deposit it touches, as it stands today. */
export function ConsequenceSection({ opened: { violation, deposit } }: { readonly opened: ViolationCase }) {
  const texts = useTexts()
  const say = useBilingual()
  const unseen = useUnseen()('depositObligation')
  const { fields } = texts.violations
  if (unseen !== null) {
    return (
      <CaseSection title={fields.deposit}>
        <NotVisible what={unseen} />
      </CaseSection>
    )
  }
  if (deposit === null) {
    return (
      <CaseSection title={fields.deposit}>
        <p className={classes.quiet}>
          {violation.obligationId === null ? texts.violations.noDeposit : texts.format.none}
        </p>
      </CaseSection>
    )
  }
  return (
    <CaseSection title={fields.deposit}>
      <div className={classes.row}>
        <DepositStatusMark status={deposit.status} />
        <RecordLink kind="depositObligation" id={deposit.id}>
          {say(deposit.depositName)}
        </RecordLink>
        <span className={classes.amount}>
          {formatYuan(deposit.balance)} /{' '}
          {deposit.amount === null ? texts.deposits.notConfigured : formatYuan(deposit.amount)}
        </span>
      </div>
    </CaseSection>
  )
}

/** What the provider said against it, and what was made of that. */
export function AppealSection({ violation: { appeal } }: SectionProps) {
  const texts = useTexts().violations
  const { fields } = texts
  if (appeal === null) return null
  const { receivedOn, statement, evidence, attachments, byName, at, ruling } = appeal
  return (
    <CaseSection title={fields.appeal} aside={receivedOn}>
      <p className={classes.text}>{statement}</p>
      {evidence === '' ? null : <FactList facts={[{ label: fields.evidence, value: evidence }]} />}
      <AttachmentList attachments={attachments} />
      <p className={classes.quiet}>
        {texts.recordedBy(byName)} <Moment at={at} />
      </p>
      {ruling === null ? null : (
        <>
          <FactList facts={[{ label: fields.appealRuling, value: texts.appealRuling[ruling.outcome] }]} />
          <p className={classes.text}>{ruling.reason}</p>
          <p className={classes.quiet}>
            {texts.ruledBy(ruling.byName)} <Moment at={ruling.at} />
          </p>
        </>
      )}
    </CaseSection>
  )
}
