import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { PayoutStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { rebateSaid } from '#shared/words/settlement.ts'
import { StatementPdf } from './statement-pdf.tsx'

const SHOWN = ['gross', 'refunded', 'fee', 'rebate', 'setOff', 'adjustments', 'carried', 'net'] as const

/** The header of a statement, beside the month before, and what of it bears which rate of tax. */
export function TotalsSection({
  opened: { statement, before, payout },
}: {
  readonly opened: SettlementCase
}) {
  const texts = useTexts()
  const say = useBilingual()
  const words = texts.settlement
  const { totals, carriedFrom, rebates } = statement
  const percent = (points: number | null) =>
    points === null ? words.noRate : texts.orders.percent(String(points / 100))
  return (
    <CaseSection title={words.totals} aside={<StatementPdf statement={statement} />}>
      <Facts
        facts={[
          [words.fields.orders, String(totals.orders)],
          [words.fields.refunds, String(totals.refunds)],
          ...SHOWN.map(
            (key) =>
              [
                words.fields[key],
                words.compared(
                  formatYuan(totals[key]),
                  before === null ? null : formatYuan(before.totals[key]),
                ),
              ] as const,
          ),
          ...(totals.rebate === 0
            ? []
            : [[words.fields.rebates, say(rebateSaid(rebates, totals.rebate))] as const]),
          ...totals.taxGroups.map(
            ({ basisPoints, gross, net, tax }) =>
              [
                `${words.fields.taxRate} ${percent(basisPoints)}`,
                words.taxed(formatYuan(gross), formatYuan(net), formatYuan(tax)),
              ] as const,
          ),
          ...(statement.status === 'committed'
            ? [[words.columns.payout, <Payment key="payout" payout={payout} net={totals.net} />] as const]
            : []),
          ...(carriedFrom === null
            ? []
            : [
                [
                  words.carriedFrom,
                  <RecordLink key="carried" kind="settlementStatement" id={carriedFrom.id}>
                    {carriedFrom.month}
                  </RecordLink>,
                ] as const,
              ]),
        ]}
      />
    </CaseSection>
  )
}

/** Where the payment of a committed month stands, and the way to it. */
function Payment({ payout, net }: Pick<SettlementCase, 'payout'> & { readonly net: number }) {
  const texts = useTexts()
  if (payout === null) return net > 0 ? texts.settlement.notAsked : texts.format.none
  return (
    <RecordLink kind="payoutRequest" id={payout.id}>
      <PayoutStatusMark status={payout.status} />
    </RecordLink>
  )
}
