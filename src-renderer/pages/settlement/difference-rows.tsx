import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { LineDifference } from '#shared/contracts/console-engine/settlement.ts'
import classes from './settlement.module.css'

interface DifferenceRowsProps {
  readonly differences: readonly LineDifference[]
  /** Kinds and categories are compared, not each order. */
  readonly ofKinds: boolean
  readonly marketplace: string
}

/** Movements that two statements do not have alike: both figures, what lies between them, and why. */
export function DifferenceRows({ differences, ofKinds, marketplace }: DifferenceRowsProps) {
  const { lineDifferences: words, line } = useTexts().settlement
  return (
    <table className={classes.lines} aria-label={words.title}>
      <thead>
        <tr>
          <th>{line.what}</th>
          <th className={classes.figure}>{words.before}</th>
          <th className={classes.figure}>{words.after}</th>
          <th className={classes.figure}>{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <DifferenceRow
            key={difference.key}
            difference={difference}
            ofKinds={ofKinds}
            marketplace={marketplace}
          />
        ))}
      </tbody>
    </table>
  )
}

interface DifferenceRowProps extends Omit<DifferenceRowsProps, 'differences'> {
  readonly difference: LineDifference
}

function DifferenceRow({ difference, ofKinds, marketplace }: DifferenceRowProps) {
  const texts = useTexts()
  const words = texts.settlement
  const { categoryName } = useMarketplaces()
  const { kind, category, orderId, orderNumber, reason, before, after, why } = difference
  const figure = (side: LineDifference['before']) => {
    if (side === null) return texts.format.none
    const amount = plainYuan(side.amount)
    return ofKinds ? words.lineDifferences.counted(amount, side.lines) : amount
  }
  const name = category === null ? '' : categoryName(marketplace, category)
  const causes = why.map(({ cause, notSettled }) =>
    notSettled === null
      ? words.whyDifferent[cause]
      : `${words.whyDifferent[cause]}：${words.whyNot[notSettled]}`,
  )
  return (
    <tr>
      <td>
        {[words.kind[kind], name, reason ?? ''].filter((part) => part !== '').join(' · ')}{' '}
        {orderId === null ? null : (
          <RecordLink kind="order" id={orderId}>
            {orderNumber ?? words.order}
          </RecordLink>
        )}
        <div className={classes.quiet}>{[...causes, ...movedFees(difference, words)].join(' · ')}</div>
      </td>
      <td className={classes.figure}>{figure(before)}</td>
      <td className={classes.figure}>{figure(after)}</td>
      <td className={classes.figure}>{plainYuan((after?.amount ?? 0) - (before?.amount ?? 0))}</td>
    </tr>
  )
}

/** Fee and rebate where both sides have them and they are not alike. */
function movedFees(
  { before, after }: LineDifference,
  { lineDifferences: words }: ReturnType<typeof useTexts>['settlement'],
): string[] {
  if (before === null || after === null) return []
  return (['fee', 'rebate'] as const).flatMap((key) =>
    before[key] === after[key] ? [] : [words[key](plainYuan(before[key]), plainYuan(after[key]))],
  )
}
