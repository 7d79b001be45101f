import { Anchor } from '@mantine/core'
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
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { CommissionInvoiceStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { StepList } from '#renderer/values/step-list.tsx'
import type { CommissionInvoiceCase } from '#shared/contracts/console-engine/commission-invoices.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CommissionInvoiceFoot } from './commission-invoice-foot.tsx'

/** One commission invoice, once the engine has laid it out. */
export function CommissionInvoiceCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.commissionInvoices.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenInvoice {...props} opened={query.data} />
}

interface OpenInvoiceProps extends QueueCaseProps {
  readonly opened: CommissionInvoiceCase
}

function OpenInvoice({ opened, wide, onWide, nextId, onShow }: OpenInvoiceProps) {
  const words = useTexts().commissionInvoices
  const say = useBilingual()
  const { invoice, status } = opened
  const title = `${invoice.month} ${invoice.providerName}`
  const forms = useCaseForms({
    kind: 'commissionInvoice',
    record: invoice,
    title,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <CommissionInvoiceStatusMark status={status} />
          <span>{say(opened.marketplaceName)}</span>
          <Anchor component="span" size="sm">
            <RecordLink kind="provider" id={invoice.providerId}>
              {invoice.providerName}
            </RecordLink>
          </Anchor>
          <Anchor component="span" size="sm">
            <RecordLink kind="settlementStatement" id={invoice.statementId}>
              {words.toStatement}
            </RecordLink>
          </Anchor>
          <CopyId id={invoice.id} />
        </CaseHead>
      }
      document={null}
      foot={<CommissionInvoiceFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={invoice.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <InvoiceFacts opened={opened} />
      </CaseSection>
      <CaseSection title={words.how}>
        <StepList name={words.how} steps={invoice.steps} />
      </CaseSection>
      <HistoryList history={invoice.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

function InvoiceFacts({ opened: { invoice, buyer: today } }: { readonly opened: CommissionInvoiceCase }) {
  const texts = useTexts()
  const words = texts.commissionInvoices
  const { fields } = words
  const { none } = texts.format
  const buyer = invoice.buyer ?? today
  const { issued, exported, dropped, counters, counteredBy } = invoice
  const other = (id: string) => (
    <RecordLink key={id} kind="commissionInvoice" id={id}>
      {words.other}
    </RecordLink>
  )
  return (
    <Facts
      facts={[
        [fields.buyer, buyer?.name ?? none],
        [fields.taxId, buyer?.taxId ?? words.noTaxId],
        [fields.gross, formatYuan(invoice.gross)],
        [fields.net, formatYuan(invoice.net)],
        [fields.taxRate, texts.orders.percent(String(invoice.taxBasisPoints / 100))],
        [fields.tax, formatYuan(invoice.tax)],
        [fields.number, issued === null ? none : <CopyId key="number" id={issued.number} />],
        [fields.issuedOn, issued?.issuedOn ?? none],
        ...(issued === null ? [] : [[fields.issued, issued.byName] as const]),
        ...(exported === null
          ? []
          : [
              [
                fields.exported,
                <span key="exported">
                  {exported.byName} <Moment at={exported.at} />
                </span>,
              ] as const,
            ]),
        ...(invoice.side === 'red' ? [[fields.blueNumber, invoice.blueNumber ?? none] as const] : []),
        ...(counters === null ? [] : [[fields.counters, other(counters)] as const]),
        ...(counteredBy === null ? [] : [[fields.counteredBy, other(counteredBy)] as const]),
        ...(dropped === null
          ? []
          : [[fields.dropped, words.droppedBy(dropped.byName, dropped.reason)] as const]),
      ]}
    />
  )
}
