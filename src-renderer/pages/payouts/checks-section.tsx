import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { VerdictMark } from '#renderer/review/marks.tsx'
import type { PayoutCheckShown } from '#shared/contracts/console-engine/payouts.ts'
import classes from './payouts.module.css'

const VERDICTS = { pass: 'pass', fail: 'fail', open: 'unknown', unknown: 'unknown' } as const

/** 付款前检查: what keeps the money back first, each with its day, its sentence and the smallest change. */
export function ChecksSection({ checks }: { readonly checks: readonly PayoutCheckShown[] }) {
  const words = useTexts().payouts
  const say = useBilingual()
  const sorted = [...checks].sort(
    (one, other) => Number(one.result === 'pass') - Number(other.result === 'pass'),
  )
  return (
    <CaseSection title={words.checks}>
      <ul className={classes.list}>
        {sorted.map(({ check, result, on, from, citation, remedyText }) => (
          <li key={check} className={classes.check}>
            <VerdictMark verdict={VERDICTS[result]} />
            <span>
              {words.checkWords[check]}
              {result === 'pass' || result === 'fail' ? '' : ` · ${words.resultWords[result]}`}
            </span>
            {remedyText === null ? null : <span className={classes.remedy}>{say(remedyText)}</span>}
            {citation === null ? null : <CitationLine citation={citation} />}
            <span className={classes.quiet}>
              {words.checkOf(on)}
              {from === null ? '' : ` · ${words.passesFrom(from)}`}
            </span>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}
