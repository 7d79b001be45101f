import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { SeverityMark } from '#renderer/review/marks.tsx'
import type { PaymentProblemShown } from '#shared/contracts/console-engine/payout-batches.ts'
import classes from './payout-batches.module.css'

/** What a bank would refuse in the file, then what should be looked at. */
export function ProblemList({ problems }: { readonly problems: readonly PaymentProblemShown[] }) {
  const words = useTexts().payoutBatches
  const say = useBilingual()
  if (problems.length === 0) return <p className={classes.quiet}>{words.noProblems}</p>
  return (
    <ul className={classes.list} aria-label={words.problems}>
      {problems.map(({ code, place, severity, message, found, payee }) => (
        <li key={`${code} ${place} ${found}`} className={classes.problem}>
          <SeverityMark severity={severity} />
          <span>
            {[payee, say(message), found].filter((part) => part !== null && part !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
