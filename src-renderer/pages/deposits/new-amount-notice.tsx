import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositFilter } from '#shared/contracts/console-engine/deposits.ts'
import classes from './deposits.module.css'

interface NewAmountNoticeProps {
  readonly filter: DepositFilter
  readonly onShow: () => void
}

/** That deposits are below the amount of a later pack and nobody has decided about them; nothing where there are none. */
export function NewAmountNotice({ filter, onShow }: NewAmountNoticeProps) {
  const texts = useTexts().deposits.newAmount
  const totals = useQuery(
    engine.deposits.totals.queryOptions({
      input: { ...filter, statuses: [], text: '', newAmounts: ['undecided'] },
    }),
  )
  const count = (totals.data ?? []).reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  return (
    <p className={classes.held} role="status">
      <span>{texts.notice(grouped(count))}</span>
      <Button size="compact-xs" variant="default" onClick={onShow}>
        {texts.show}
      </Button>
    </p>
  )
}
