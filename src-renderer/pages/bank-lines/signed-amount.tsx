import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './signed.module.css'

interface SignedAmountProps {
  readonly direction: 'in' | 'out'
  readonly amount: Fen
  /** Where a header names the unit. */
  readonly plain?: boolean
}

/** Money in or out: by icon and word, the figure as the bank has it. */
export function SignedAmount({ direction, amount, plain = false }: SignedAmountProps) {
  const texts = useTexts().bankLines
  const Icon = direction === 'in' ? IconArrowDownLeft : IconArrowUpRight
  return (
    <span className={classes.signed}>
      <Icon className={classes.arrow} data-direction={direction} size={14} stroke={1.75} aria-hidden />
      <span className={classes.way}>{texts.direction[direction]}</span>
      <span className={classes.figure}>{plain ? plainYuan(amount) : formatYuan(amount)}</span>
    </span>
  )
}
