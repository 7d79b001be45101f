import { Button, UnstyledButton } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { LineStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { LineFilter } from '#shared/contracts/console-engine/bank-lines.ts'
import { LINE_STATUSES, type LineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './bank-lines.module.css'

interface LineTotalsProps {
  readonly filter: LineFilter
  /** Nothing: lines of every state. */
  readonly onShow: (statuses: LineStatus[]) => void
  /** Shows all that are certain; null for who may only look. */
  readonly onExact: (() => void) | null
}

/** How many lines stand how, each figure shows its rows; and what the rows shown come to. */
export function LineTotals({ filter, onShow, onExact }: LineTotalsProps) {
  const { totals: texts, exact: exactTexts } = useTexts().bankLines
  const byState = useQuery(engine.bank.lines.totals.queryOptions({ input: { ...filter, statuses: [] } })).data
  const shown = useQuery(engine.bank.lines.totals.queryOptions({ input: filter })).data
  if (byState === undefined) return <div className={classes.totals} />
  const { open, matched, takenBack } = byState
  const counts: Readonly<Record<LineStatus, number>> = { open, matched, 'taken-back': takenBack }
  const [only = null] = filter.statuses.length === 1 ? filter.statuses : []
  return (
    <section className={classes.totals} aria-label={texts.name}>
      {LINE_STATUSES.map((status) => (
        <UnstyledButton
          key={status}
          className={classes.total ?? ''}
          aria-pressed={status === only}
          onClick={() => onShow([status])}
        >
          <LineStatusMark status={status} />
          <strong>{grouped(counts[status])}</strong>
        </UnstyledButton>
      ))}
      <UnstyledButton
        className={classes.total ?? ''}
        aria-pressed={filter.statuses.length === 0}
        onClick={() => onShow([])}
      >
        {texts.all}
        <strong>{grouped(open + matched + takenBack)}</strong>
      </UnstyledButton>
      {onExact === null ? null : shown?.exact === null ? (
        <span className={classes.quiet}>{exactTexts.tooMany}</span>
      ) : shown === undefined || shown.exact === 0 ? null : (
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconChecks size={15} aria-hidden />}
          onClick={onExact}
        >
          {exactTexts.open(shown.exact)}
        </Button>
      )}
      {shown === undefined ? null : (
        <span className={classes.sums}>
          <span>{texts.in(formatYuan(shown.in))}</span>
          <span>{texts.out(formatYuan(shown.out))}</span>
        </span>
      )}
    </section>
  )
}
