import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { PayoutStatusMark } from '#renderer/shell/status/payout-marks.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
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
            ? [
                [
                  words.columns.payout,
                  <Payment key="payout" payout={payout} statement={statement} />,
                ] as const,
              ]
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

/** Where the payment of a committed month stands, and the way to it, or to asking for it. */
function Payment({ payout, statement }: Pick<SettlementCase, 'payout' | 'statement'>) {
  const texts = useTexts()
  const mayAsk = mayCommand(useAccount()?.roles ?? [], 'payout.request')
  const { providerId: provider, month, totals } = statement
  if (payout !== null) {
    return (
      <RecordLink kind="payoutRequest" id={payout.id}>
        <PayoutStatusMark status={payout.status} />
      </RecordLink>
    )
  }
  if (totals.net <= 0) return texts.format.none
  return (
    <>
      {texts.settlement.notAsked}{' '}
      {mayAsk ? (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/payouts" search={{ making: true, provider, month }} {...props} />}
        >
          {texts.payouts.askPayout}
        </Anchor>
      ) : null}
    </>
  )
}
