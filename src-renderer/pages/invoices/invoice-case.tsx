import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useNow } from '#renderer/format/use-now.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Compared } from '#renderer/invoices/compared.tsx'
import { FindingList } from '#renderer/invoices/finding-list.tsx'
import classes from '#renderer/invoices/invoices.module.css'
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
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { InvoiceStatusMark } from '#renderer/shell/status/invoice-mark.tsx'
import type { InvoiceCase } from '#shared/contracts/console-engine/invoices.ts'
import { isDoubted, redState, remainingGross } from '#shared/contracts/console-platform/records/invoice.ts'
import { hasLapsed } from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { invoiceNumber, ratesOf } from '#shared/invoices/invoice.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { InvoiceFoot } from './invoice-foot.tsx'

interface OpenedProps {
  readonly opened: InvoiceCase
}

/** One invoice of a provider, once the engine has laid it out. Use it under a `key` of its id. */
export function InvoiceCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.invoices.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenInvoice {...props} opened={query.data} />
}

function OpenInvoice({ opened, wide, onWide, nextId, onShow }: QueueCaseProps & OpenedProps) {
  const words = useTexts().invoices
  const say = useBilingual()
  const { invoice, findings } = opened
  const forms = useCaseForms({
    kind: 'invoice',
    record: invoice,
    title: `${invoiceNumber(invoice)} ${invoice.providerName}`,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead title={invoice.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <InvoiceStatusMark status={opened.status} hasLapsed={opened.waiting?.isOver === true} />
          <CopyId id={invoiceNumber(invoice)} />
          <span>{say(opened.marketplaceName)}</span>
        </CaseHead>
      }
      document={null}
      foot={<InvoiceFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={invoice.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <InvoiceFacts opened={opened} />
      </CaseSection>
      <CaseSection title={words.expectedTitle}>
        {findings.length === 0 ? <p className={classes.quiet}>{words.noFindings}</p> : null}
        <FindingList findings={findings} />
        <Compared stated={invoice} expected={opened.expected} findings={findings} />
      </CaseSection>
      <TransferOut opened={opened} />
      <RedLetters opened={opened} />
      <Checks opened={opened} />
      <HistoryList history={invoice.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}

/** A rate as it is written: 6%; 免税 and the like stay words. */
function rateText(rate: string): string {
  return /^[\d.]+$/.test(rate) ? `${rate}%` : rate
}

function InvoiceFacts({ opened: { invoice, payout, original } }: OpenedProps) {
  const texts = useTexts()
  const words = texts.invoices
  const { fields } = words
  const { none } = texts.format
  const { paper, withdrawn, redLetter } = invoice
  const remaining = remainingGross(invoice)
  return (
    <>
      <Facts
        facts={[
          [fields.number, invoice.number],
          ...(invoice.code === null ? [] : [[fields.code, invoice.code] as const]),
          [fields.kind, invoice.kind === null ? none : words.kind[invoice.kind]],
          [fields.issuedOn, invoice.issuedOn],
          [fields.net, formatYuan(invoice.net)],
          [fields.tax, formatYuan(invoice.tax)],
          [fields.gross, formatYuan(invoice.gross)],
          ...(invoice.reversals.length === 0 ? [] : [[words.remaining, formatYuan(remaining)] as const]),
          [
            fields.lines,
            [words.lineCount(invoice.lines.length), ...ratesOf(invoice).map(rateText)].join(' · '),
          ],
          [fields.source, words.source[invoice.source]],
          [fields.recorded, invoice.recorded.byName],
          [
            words.payout,
            payout === null ? (
              words.noPayout
            ) : (
              <RecordLink key="payout" kind="payoutRequest" id={payout.id}>
                {words.payoutOf(formatYuan(payout.amount), formatYuan(payout.invoiced))}
              </RecordLink>
            ),
          ],
          ...(redLetter === null
            ? []
            : [
                [
                  words.reverses,
                  original === null ? (
                    words.notOnRecord(redLetter.original ?? none)
                  ) : (
                    <RecordLink key="original" kind="invoice" id={original.id}>
                      {original.number}
                    </RecordLink>
                  ),
                ] as const,
              ]),
          ...(paper === null
            ? []
            : [[fields.paper, [paper.receivedOn, paper.courier, paper.tracking].join(' ')] as const]),
          ...(invoice.deduction === null
            ? []
            : [
                [
                  fields.deduction,
                  words.deductedBy(invoice.deduction.period, invoice.deduction.byName),
                ] as const,
              ]),
          ...(invoice.remark === '' ? [] : [[fields.remark, invoice.remark] as const]),
        ]}
      />
      <ProviderLink marketplace={invoice.marketplace} providerId={invoice.providerId} />
      <AttachmentList attachments={invoice.file === null ? [] : [invoice.file]} />
      {withdrawn === null ? null : (
        <p className={classes.trouble}>{words.withdrawnBy(withdrawn.byName, withdrawn.reason)}</p>
      )}
    </>
  )
}

/** Input tax that was deducted and is taken back. */
function TransferOut({ opened: { invoice, transferOut } }: OpenedProps) {
  const words = useTexts().invoices.transferOut
  if (transferOut === null) return null
  const { period, tax } = transferOut
  return (
    <CaseSection title={words.title}>
      <p className={classes.trouble}>
        {tax > 0
          ? words.of(period, formatYuan(tax))
          : isDoubted(invoice)
            ? words.byDoubt(period, formatYuan(invoice.tax))
            : words.byConfirmation(period)}
      </p>
    </CaseSection>
  )
}

/** What takes it back: confirmations of the seller with their clock, and the red letters on record. */
function RedLetters({ opened: { invoice, waiting } }: OpenedProps) {
  const words = useTexts().invoices
  const now = new Date(useNow()).toISOString()
  const { reversals, confirmations } = invoice
  if (reversals.length === 0 && confirmations.length === 0) return null
  return (
    <CaseSection title={words.redLetters}>
      {waiting === null ? null : (
        <p className={classes.trouble}>
          {waiting.isOver ? words.confirmOver : words.confirmBy} <Moment at={waiting.until} />
        </p>
      )}
      <ul className={classes.findings}>
        {confirmations.map((entry) => {
          const { number, reason, enteredAt, decided } = entry
          return (
            <li key={number} className={classes.row}>
              <span>{words.redState[redState(entry, hasLapsed(entry, now))]}</span>
              <span>
                {number} · {words.redReason[reason]} · <Moment at={enteredAt} />
              </span>
              {decided === null ? null : (
                <span className={classes.decided}>
                  {decided.happenedAt === null ? null : <Moment at={decided.happenedAt} />} {decided.byName}{' '}
                  <Moment at={decided.at} />
                  {decided.reason === '' ? '' : ` · ${decided.reason}`}
                </span>
              )}
            </li>
          )
        })}
        {reversals.map(({ id, number, gross }) => (
          <li key={id} className={classes.row}>
            <span>{words.redLetters}</span>
            <RecordLink kind="invoice" id={id}>
              {number}
            </RecordLink>
            <span className={classes.amount}>{formatYuan(gross)}</span>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}

/** What the tax site said, the last first. */
function Checks({ opened: { invoice } }: OpenedProps) {
  const words = useTexts().invoices
  if (invoice.verifications.length === 0) return null
  return (
    <CaseSection title={words.checks}>
      <ul className={classes.findings}>
        {invoice.verifications.toReversed().map(({ result, checkedOn, note, byName, at }) => (
          <li key={`${at} ${checkedOn}`} className={classes.row}>
            <span>{words.result[result]}</span>
            <span>{note}</span>
            <span className={classes.quiet}>
              {checkedOn} {byName}
            </span>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}
