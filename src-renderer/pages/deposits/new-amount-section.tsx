import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'

/** The amount of a later pack beside the one that was asked, and whether the difference is owed; nothing where there is none. */
export function NewAmountSection({ opened: { newAmount } }: { readonly opened: DepositCase }) {
  const all = useTexts()
  const texts = all.deposits.newAmount
  if (newAmount === null) return null
  const { effectiveFrom, was, becomes, why, stated, decided } = newAmount
  const ruled = decided?.dueOn == null ? texts.notOwed : texts.owed(decided.dueOn)
  return (
    <CaseSection title={texts.title} aside={texts.from(effectiveFrom)}>
      <FactList
        facts={[
          { label: texts.before, value: formatYuan(was) },
          { label: texts.after, value: formatYuan(becomes) },
          { label: texts.difference, value: formatYuan(becomes - was) },
          {
            label: texts.decided,
            value: decided === null ? all.deposits.newAmountStates.undecided : ruled,
          },
        ]}
      />
      <CitationLine citation={why} />
      {stated === null ? null : <CitationLine citation={stated} />}
      {decided === null ? (
        <p className={classes.quiet}>{texts.notStated}</p>
      ) : (
        <p className={classes.quiet}>
          {texts.by(decided.byName)} <Moment at={decided.at} /> · {decided.reason}
        </p>
      )}
    </CaseSection>
  )
}
