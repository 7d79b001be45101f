import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { BillLines } from '#renderer/review/metered-bills/bill-lines.tsx'
import classes from '#renderer/review/metered-bills/bills.module.css'
import { RevealSection } from '#renderer/review/personal-data/reveal-panel.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { BillOutcomeMark } from '#renderer/shell/status/board-marks.tsx'
import { StepList } from '#renderer/values/step-list.tsx'
import type { BillCase } from '#shared/contracts/console-engine/metered-bills.ts'
import { billOutcome } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { BillUse } from './bill-use.tsx'

/** One bill of metered use, once the engine has laid it out. */
export function BillCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.meteredBills.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenBill {...props} opened={query.data} />
}

function OpenBill({ opened, wide, onWide, nextId, onShow }: QueueCaseProps & { readonly opened: BillCase }) {
  const texts = useTexts()
  const words = texts.meteredBills
  const say = useBilingual()
  const { bill, others } = opened
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  return (
    <CaseFrame
      head={
        <CaseHead
          title={`${bill.productName} · ${bill.factor}`}
          wide={wide}
          onWide={onWide}
          onClose={onClose}
        >
          <BillOutcomeMark outcome={billOutcome(bill)} />
          <span>{say(opened.marketplaceName)}</span>
          <RecordLink kind="provider" id={bill.providerId}>
            {bill.providerName}
          </RecordLink>
          <CopyId id={bill.id} />
        </CaseHead>
      }
      document={null}
      foot={null}
    >
      <Recomputed opened={opened} />
      <CaseSection title={words.facts}>
        <BillFacts opened={opened} />
      </CaseSection>
      <BillUse bill={bill} />
      {bill.userId === null ? null : <RevealSection kind="meteredBill" id={bill.id} />}
      <CaseSection title={words.others}>
        {others.length === 0 ? <p className={classes.quiet}>{words.noOthers}</p> : null}
        <BillLines rows={others} />
      </CaseSection>
    </CaseFrame>
  )
}

/** What the rules give instead, how they come to it, and what fits the bill. */
function Recomputed({ opened: { bill, reporting } }: { readonly opened: BillCase }) {
  const words = useTexts().meteredBills
  const { check, amount } = bill
  const { difference, causes, repeats, late } = check
  const apart = plainYuan(Math.abs(difference))
  return (
    <CaseSection title={words.recomputed}>
      <Facts
        facts={[
          [words.columns.amount, plainYuan(amount)],
          [words.columns.recomputed, plainYuan(check.amount)],
          [
            words.columns.difference,
            difference === 0 ? words.agrees : difference > 0 ? words.above(apart) : words.below(apart),
          ],
        ]}
      />
      {difference === 0 ? null : causes.length === 0 ? (
        <p>{words.noCause}</p>
      ) : (
        <>
          <p>{words.causes}</p>
          <ul className={classes.causes}>
            {causes.map((cause) => (
              <li key={cause}>{words.causeNames[cause]}</li>
            ))}
          </ul>
        </>
      )}
      {repeats === 0 ? null : <p>{words.repeats(repeats)}</p>}
      {reporting === null ? null : (
        <>
          <p>{words.late(late, reporting.days)}</p>
          <CitationLine citation={reporting.citation} />
        </>
      )}
      <StepList name={words.steps} steps={check.steps} />
    </CaseSection>
  )
}

function BillFacts({ opened: { bill, order } }: { readonly opened: BillCase }) {
  const texts = useTexts()
  const { columns } = texts.meteredBills
  const { none } = texts.format
  const id = (value: string | null) => (value === null ? none : <CopyId id={value} whole />)
  return (
    <Facts
      facts={[
        [columns.billId, id(bill.billId)],
        [columns.billedAt, <Moment key="billed" at={bill.billedAt} />],
        [
          columns.orderId,
          order === null ? (
            id(bill.orderId)
          ) : (
            <RecordLink key="order" kind="order" id={order.id}>
              {order.number}
            </RecordLink>
          ),
        ],
        [columns.orderLineId, id(bill.orderLineId)],
        [columns.productId, id(bill.productId)],
        [columns.instanceId, id(bill.instanceId)],
        [
          columns.userName,
          bill.userId === null ? (
            none
          ) : (
            <UserLink key="user" id={bill.userId} name={bill.userName ?? bill.userId} />
          ),
        ],
        [columns.from, <Moment key="from" at={bill.from} />],
        [columns.to, <Moment key="to" at={bill.to} />],
      ]}
    />
  )
}
