import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconQuestionMark } from '@tabler/icons-react'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { StatementRow } from '#shared/contracts/console-engine/bank-reports.ts'
import { ACCEPTED_WORDS } from '#shared/words/accepted.ts'
import classes from './statements.module.css'

interface StatementTableProps {
  readonly rows: readonly StatementRow[]
  /** Null where the person may not. */
  readonly onWithdraw: ((statement: StatementRow) => void) | null
}

/** Statements, the newest days first; what was withdrawn stays, with who and why. */
export function StatementTable({ rows, onWithdraw }: StatementTableProps) {
  const { columns } = useTexts().bankReports.statements
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{columns.file}</th>
            <th scope="col">{columns.period}</th>
            <th scope="col">{columns.lines}</th>
            <th scope="col" className={classes.amount}>
              {columns.closing}
            </th>
            <th scope="col">{columns.proof}</th>
            <th scope="col">{columns.imported}</th>
            {onWithdraw === null ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StatementLine key={row.id} row={row} onWithdraw={onWithdraw} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface StatementLineProps extends Pick<StatementTableProps, 'onWithdraw'> {
  readonly row: StatementRow
}

function StatementLine({ row, onWithdraw }: StatementLineProps) {
  const words = useTexts()
  const texts = words.bankReports.statements
  const { period, closing, withdrawn } = row
  return (
    <tr data-withdrawn={withdrawn !== null}>
      <th scope="row" title={row.fileName}>
        <span className={classes.file}>{row.fileName}</span>
        {withdrawn === null ? null : (
          <small className={classes.why}>
            {texts.withdrawn(withdrawn.byName, beijingDateTime(withdrawn.at))}: {withdrawn.reason}
          </small>
        )}
      </th>
      <td>{period === null ? texts.noLines : words.bankReports.covered.days(period.from, period.to)}</td>
      <td>{texts.lines(grouped(row.lines), grouped(row.added))}</td>
      <td className={classes.amount}>{closing === null ? words.bankReports.unknown : plainYuan(closing)}</td>
      <td>
        <Proof row={row} />
      </td>
      <td>
        {row.byName} <small>{beijingDateTime(row.importedAt)}</small>
      </td>
      {onWithdraw === null ? null : (
        <td className={classes.way}>
          {row.withdrawing ? (
            <small>{texts.withdrawing}</small>
          ) : withdrawn === null ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={texts.withdrawOf(row.fileName)}
              onClick={() => onWithdraw(row)}
            >
              {texts.withdraw}
            </Button>
          ) : null}
        </td>
      )}
    </tr>
  )
}

const PROOF_ICONS = {
  proven: IconCircleCheck,
  contradicted: IconAlertTriangle,
  unprovable: IconQuestionMark,
} as const

/** What the bank's own figures prove, and what a person accepted nevertheless. */
function Proof({ row: { proof, accepted } }: Pick<StatementLineProps, 'row'>) {
  const texts = useTexts().bankReports.statements
  const say = useBilingual()
  const Icon = PROOF_ICONS[proof]
  return (
    <>
      <span className={classes.mark} data-proof={proof}>
        <Icon size={15} aria-hidden />
        {texts.proof[proof]}
      </span>
      {accepted.length === 0 ? null : (
        <small className={classes.why}>
          {texts.accepted(accepted.map((each) => say(ACCEPTED_WORDS[each])).join(' · '))}
        </small>
      )}
    </>
  )
}
