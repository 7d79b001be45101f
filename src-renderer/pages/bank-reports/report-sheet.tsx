import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'
import type { Fen } from '#shared/money/fen.ts'
import classes from './bank-reports.module.css'
import { type LinesBehind, LinesLink } from './lines-link.tsx'

type Sums = Reconciliation['all']

/** The report as a table: from the opening balance by what the money was for to the closing balance. */
export function ReportSheet({ report }: { readonly report: Reconciliation }) {
  const words = useTexts()
  const texts = words.bankReports
  const { opening, closing, difference, matched, takenBack, open, all } = report
  const expected = opening === null ? null : opening + all.in - all.out
  return (
    <table className={classes.sheet}>
      <thead>
        <tr>
          <th scope="col">{texts.columns.item}</th>
          <th scope="col">{texts.columns.count}</th>
          <th scope="col">{texts.columns.in}</th>
          <th scope="col">{texts.columns.out}</th>
          <th scope="col">{texts.columns.balance}</th>
        </tr>
      </thead>
      <tbody>
        <BalanceRow item={texts.opening} balance={opening} />
        {matched.map(({ kind, ...sums }) => (
          <SumsRow
            key={kind}
            report={report}
            item={words.bankLines.kind[kind]}
            sums={sums}
            behind={{ kinds: [kind] }}
          />
        ))}
        {takenBack.count === 0 ? null : (
          <SumsRow
            report={report}
            item={words.statuses.bankLine['taken-back']}
            sums={takenBack}
            behind={{ statuses: ['taken-back'] }}
          />
        )}
        <SumsRow
          report={report}
          item={words.statuses.bankLine.open}
          sums={open}
          behind={{ statuses: ['open'] }}
        />
      </tbody>
      <tbody>
        <SumsRow report={report} item={texts.all} sums={all} behind={{}} />
        <BalanceRow item={texts.expected} balance={expected} />
        <BalanceRow item={texts.closing} balance={closing} />
        <BalanceRow item={texts.difference} balance={difference}>
          {difference === null ? null : <Agreement agrees={difference === 0} />}
        </BalanceRow>
      </tbody>
    </table>
  )
}

interface SumsRowProps {
  readonly report: Reconciliation
  readonly item: string
  readonly sums: Sums
  readonly behind: LinesBehind
}

function SumsRow({ report, item, sums, behind }: SumsRowProps) {
  const amount = (direction: 'in' | 'out') =>
    sums[direction] === 0 ? null : (
      <LinesLink report={report} behind={{ ...behind, directions: [direction] }} item={item}>
        {plainYuan(sums[direction])}
      </LinesLink>
    )
  return (
    <tr>
      <th scope="row">{item}</th>
      <td>
        {sums.count === 0 ? (
          '0'
        ) : (
          <LinesLink report={report} behind={behind} item={item}>
            {grouped(sums.count)}
          </LinesLink>
        )}
      </td>
      <td>{amount('in')}</td>
      <td>{amount('out')}</td>
      <td />
    </tr>
  )
}

interface BalanceRowProps {
  readonly item: string
  /** Null where nobody tells it. */
  readonly balance: Fen | null
  readonly children?: ReactNode
}

function BalanceRow({ item, balance, children }: BalanceRowProps) {
  const texts = useTexts().bankReports
  return (
    <tr className={classes.balance}>
      <th scope="row">
        {item} {children}
      </th>
      <td />
      <td />
      <td />
      <td>
        {balance === null ? (
          <span className={classes.quiet} title={texts.unknownLead}>
            {texts.unknown}
          </span>
        ) : (
          plainYuan(balance)
        )}
      </td>
    </tr>
  )
}

function Agreement({ agrees }: { readonly agrees: boolean }) {
  const texts = useTexts().bankReports
  const Icon = agrees ? IconCircleCheck : IconAlertTriangle
  return (
    <span className={classes.mark} data-tone={agrees ? 'good' : 'bad'}>
      <Icon size={15} aria-hidden />
      {agrees ? texts.agrees : texts.differs}
    </span>
  )
}
