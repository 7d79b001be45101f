import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositFilter } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { DepositStatus } from '#shared/rules/deposits/deposit-standing.ts'
import classes from './deposits.module.css'

interface DepositTotalsProps {
  readonly filter: DepositFilter
  /** Null shows every state again. */
  readonly onShow: (status: DepositStatus | null) => void
}

/** How many deposits stand how and what they come to; each figure shows its rows. */
export function DepositTotals({ filter, onShow }: DepositTotalsProps) {
  const texts = useTexts().deposits
  const totals = useQuery(engine.deposits.totals.queryOptions({ input: { ...filter, statuses: [] } }))
  const [shown] = filter.statuses.length === 1 ? filter.statuses : []
  return (
    <section className={classes.totals} aria-label={texts.totals}>
      {(totals.data ?? []).map(({ status, count, amount, balance }) => (
        <UnstyledButton
          key={status}
          className={classes.total}
          aria-pressed={status === shown}
          disabled={count === 0 && status !== shown}
          onClick={() => onShow(status === shown ? null : status)}
        >
          <span className={classes.totalHead}>
            <DepositStatusMark status={status} />
            <strong>{grouped(count)}</strong>
          </span>
          <span className={classes.quiet} title={texts.tileTitle(formatYuan(balance), formatYuan(amount))}>
            {texts.tile(formatYuan(balance), formatYuan(amount))}
          </span>
        </UnstyledButton>
      ))}
    </section>
  )
}
