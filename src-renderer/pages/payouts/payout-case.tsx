import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { PayoutStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { PayoutCase } from '#shared/contracts/console-engine/payouts.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { ApprovalSheet } from './approval-sheet.tsx'
import { ChecksSection } from './checks-section.tsx'
import { InvoicesSection } from './invoices-section.tsx'
import { PayoutFoot } from './payout-foot.tsx'
import classes from './payouts.module.css'

interface OpenPayoutProps extends QueueCaseProps {
  readonly opened: PayoutCase
}

/** One request to be paid, once the engine has laid it out. Use it under a `key` of its id. */
export function PayoutCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.payouts.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenPayout {...props} opened={query.data} />
}

/** One request: what it pays and to whom, its checks, what should be looked at twice, who had a hand in it. */
function OpenPayout({ opened, wide, onWide, nextId, onShow }: OpenPayoutProps) {
  const say = useBilingual()
  const { payout } = opened
  const forms = useCaseForms({
    kind: 'payoutRequest',
    record: payout,
    title: payout.providerName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={payout.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <PayoutStatusMark status={payout.status} />
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={payout.marketplace} providerId={payout.providerId} />
          <CopyId id={payout.id} />
        </CaseHead>
      }
      document={null}
      foot={<PayoutFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={payout.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <PayoutFacts opened={opened} />
      <InvoicesSection payout={payout} />
      <DoubtsSection opened={opened} />
      <ChecksSection checks={opened.checks} />
      <ToldSection of={{ of: 'record', kind: 'payoutRequest', id: payout.id }} />
      <HistoryList history={payout.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

function PayoutFacts({ opened: { payout, account, line } }: { readonly opened: PayoutCase }) {
  const texts = useTexts()
  const words = texts.payouts
  const { fields } = words
  const to = payout.account ?? account
  const hands = [
    [fields.requested, payout.requested] as const,
    ...(payout.verified === null ? [] : [[fields.verified, payout.verified] as const]),
    ...payout.approvals.map((each) => [fields.approvals, each] as const),
    ...(payout.ended === null ? [] : [[fields.ended, payout.ended] as const]),
  ]
  return (
    <CaseSection title={words.facts} aside={<ApprovalSheet id={payout.id} />}>
      <Facts
        facts={[
          [texts.payouts.columns.amount, formatYuan(payout.amount)],
          [
            fields.account,
            to === null ? (
              <Anchor
                key="account"
                size="sm"
                renderRoot={(props) => (
                  <Link to="/payee-accounts" search={{ text: payout.providerName }} {...props} />
                )}
              >
                {words.noAccount}
              </Anchor>
            ) : (
              <RecordLink key="account" kind="providerAccount" id={to.id}>
                {`${to.accountName} ${to.accountNumber} ${to.bankName}`}
              </RecordLink>
            ),
          ],
        ]}
      />
      {payout.batchId === null ? null : (
        <p className={classes.quiet}>
          {fields.batch}{' '}
          <RecordLink kind="payoutBatch" id={payout.batchId}>
            {payout.endToEndId}
          </RecordLink>
          {line === null ? null : (
            <>
              {' · '}
              <RecordLink kind="bankLine" id={line.id}>
                {words.paidByLine(line.bookedOn)}
              </RecordLink>
            </>
          )}
        </p>
      )}
      <ul className={classes.list}>
        {payout.months.map(({ month, statementId, net }) => (
          <li key={statementId} className={classes.row}>
            <span>{words.months}</span>
            <RecordLink kind="settlementStatement" id={statementId}>
              {month}
            </RecordLink>
            <span className={classes.amount}>{formatYuan(net)}</span>
          </li>
        ))}
      </ul>
      {hands.map(([what, said]) => (
        <p key={`${what} ${said.at} ${said.by}`} className={classes.quiet}>
          {words.byWhom(what, said.byName)} <Moment at={said.at} />{' '}
          {'reason' in said && typeof said.reason === 'string' ? said.reason : ''}
        </p>
      ))}
      {payout.failures.map(({ batchId, endToEndId, reason, at }) => (
        <p key={`${endToEndId} ${at}`} className={classes.quiet}>
          {words.failures}{' '}
          <RecordLink kind="payoutBatch" id={batchId}>
            {endToEndId}
          </RecordLink>{' '}
          {reason} <Moment at={at} />
        </p>
      ))}
    </CaseSection>
  )
}

function DoubtsSection({ opened: { doubts } }: { readonly opened: PayoutCase }) {
  const words = useTexts().payouts
  if (doubts.length === 0) return null
  return (
    <CaseSection title={words.doubts}>
      <p className={classes.quiet}>{words.doubtsLead}</p>
      <ul className={classes.list}>
        {doubts.map(({ doubt, evidence }) => (
          <li key={doubt} className={classes.doubt}>
            {[words.doubtWords[doubt], ...evidence].join(' · ')}
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}
