import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { DepositFoot } from './deposit-foot.tsx'
import { LedgerSection } from './ledger-section.tsx'
import { NewAmountSection } from './new-amount-section.tsx'
import { ProviderSection } from './provider-section.tsx'
import { ReceiptsSection } from './receipts-section.tsx'
import { RefundSection } from './refund-section.tsx'
import { StandingSection } from './standing-section.tsx'
import { ViolationsSection } from './violations-section.tsx'

interface OpenDepositProps extends QueueCaseProps {
  readonly opened: DepositCase
}

/** One deposit, once the engine has laid it out. Use it under a `key` of its id. */
export function DepositCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.deposits.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenDeposit {...props} opened={query.data} />
}

/** One deposit: how it stands and why, what was posted, what happened. */
function OpenDeposit({ opened, wide, onWide, nextId, onShow }: OpenDepositProps) {
  const say = useBilingual()
  const { obligation } = opened
  const forms = useCaseForms({
    kind: 'depositObligation',
    record: obligation,
    title: obligation.providerName,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={obligation.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <DepositStatusMark status={opened.standing.status} />
          <span>{say(opened.depositName)}</span>
          {obligation.category === null ? null : <span>{say(opened.marketplaceName)}</span>}
          <ProviderLink marketplace={obligation.marketplace} providerId={obligation.providerId} />
          <CopyId id={obligation.id} />
        </CaseHead>
      }
      document={null}
      foot={<DepositFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={obligation.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <StandingSection opened={opened} />
      <NewAmountSection opened={opened} />
      <RefundSection opened={opened} />
      <ViolationsSection opened={opened} />
      <ProviderSection opened={opened} />
      <LedgerSection opened={opened} />
      <ReceiptsSection obligation={obligation} />
      <ToldSection of={{ of: 'record', kind: 'depositObligation', id: obligation.id }} />
      <HistoryList history={obligation.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
