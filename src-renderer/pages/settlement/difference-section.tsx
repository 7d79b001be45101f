import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import classes from './settlement.module.css'

interface DifferenceSectionProps {
  readonly differences: SettlementCase['differences']
}

/** Line by line, what a statement has otherwise than the voided one it takes the place of. */
export function DifferenceSection({ differences }: DifferenceSectionProps) {
  const texts = useTexts()
  const words = texts.settlement
  const figure = (amount: number | null) => (amount === null ? texts.format.none : plainYuan(amount))
  if (differences.length === 0) return null
  return (
    <CaseSection title={words.differences} aside={String(differences.length)}>
      <table className={classes.lines} aria-label={words.differences}>
        <thead>
          <tr>
            <th>{words.line.what}</th>
            <th className={classes.figure}>{words.line.before}</th>
            <th className={classes.figure}>{words.line.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ key, kind, orderId, orderNumber, before, after }) => (
            <tr key={key}>
              <td>
                {words.kind[kind]}{' '}
                {orderId === null ? null : (
                  <RecordLink kind="order" id={orderId}>
                    {orderNumber ?? words.order}
                  </RecordLink>
                )}
              </td>
              <td className={classes.figure}>{figure(before)}</td>
              <td className={classes.figure}>{figure(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CaseSection>
  )
}
