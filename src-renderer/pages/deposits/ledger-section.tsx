import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'

/** Every posting, newest first. */
export function LedgerSection({ entries }: { readonly entries: readonly DepositEntry[] }) {
  const texts = useTexts().deposits.ledger
  return (
    <CaseSection title={texts.title}>
      {entries.length === 0 ? <p className={classes.quiet}>{texts.none}</p> : null}
      <ol className={classes.ledger}>
        {entries.toReversed().map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.amount}`} className={classes.posting}>
            <Moment at={entry.at} />
            <span>
              <strong>{entry.byName}</strong>{' '}
              {entry.kind === 'waive' ? texts.waive(entry.until) : texts.match(entry.line)}
              {entry.kind === 'waive' ? <span className={classes.quiet}> {entry.reason}</span> : null}
            </span>
            <span className={classes.amount}>{formatYuan(entry.amount)}</span>
          </li>
        ))}
      </ol>
    </CaseSection>
  )
}
