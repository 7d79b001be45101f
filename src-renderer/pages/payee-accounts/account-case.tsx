import { useQuery } from '@tanstack/react-query'
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
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { PayeeAccountStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { PayeeAccountCase } from '#shared/contracts/console-engine/payee-accounts.ts'
import { AccountFoot } from './account-foot.tsx'
import classes from './payee-accounts.module.css'

interface OpenAccountProps extends QueueCaseProps {
  readonly opened: PayeeAccountCase
}

/** One account, once the engine has laid it out. Use it under a `key` of its id. */
export function PayeeAccountCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.payeeAccounts.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenAccount {...props} opened={query.data} />
}

/** One account: whose it is, what proves it, who approved it, from when on it is paid to. */
function OpenAccount({ opened, wide, onWide, nextId, onShow }: OpenAccountProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { account } = opened
  const words = texts.payouts
  const { fields } = words
  const forms = useCaseForms({
    kind: 'providerAccount',
    record: account,
    title: account.providerName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={account.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <PayeeAccountStatusMark status={opened.status} />
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={account.marketplace} providerId={account.providerId} />
          <CopyId id={account.id} />
        </CaseHead>
      }
      document={null}
      foot={<AccountFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={account.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.accounts.facts}>
        <Facts
          facts={[
            [fields.accountName, account.accountName],
            [fields.accountNumber, <CopyId key="number" id={account.accountNumber} whole />],
            [fields.bankName, account.bankName],
            [fields.bankCode, account.bankCode || texts.format.none],
            [words.accounts.freeFrom, opened.freeFrom ?? texts.format.none],
            [fields.evidence, account.evidence],
          ]}
        />
        <p className={classes.quiet}>
          {words.byWhom(fields.proposed, account.proposed.byName)} <Moment at={account.proposed.at} />
        </p>
        {account.ruling === null ? null : (
          <p className={classes.quiet}>
            {words.byWhom(fields.ruling, account.ruling.byName)} <Moment at={account.ruling.at} />{' '}
            {account.ruling.reason}
          </p>
        )}
        {account.held === null ? null : (
          <p className={classes.quiet}>
            {words.byWhom(words.accounts.heldSince, words.holdWords[account.held.why])}{' '}
            <Moment at={account.held.since} />
          </p>
        )}
        {opened.sharedWith.length === 0 ? null : (
          <p className={classes.doubt}>{words.accounts.shared(texts.review.listed(opened.sharedWith))}</p>
        )}
      </CaseSection>
      <HistoryList history={account.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
