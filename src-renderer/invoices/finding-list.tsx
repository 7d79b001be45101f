import { useBilingual } from '#renderer/i18n/language-context.ts'
import { SeverityMark } from '#renderer/review/marks.tsx'
import type { InvoiceFindingShown } from '#shared/contracts/console-engine/invoices.ts'
import classes from './invoices.module.css'

/** Findings about an invoice: how heavy, where in the file, and the smallest change that mends it. */
export function FindingList({ findings }: { readonly findings: readonly InvoiceFindingShown[] }) {
  const say = useBilingual()
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {findings.map(({ rule, severity, field, within, remedy }) => (
        <li key={`${rule} ${field} ${within}`}>
          <SeverityMark severity={severity} />
          <span>
            {say(remedy)}
            {within === '' ? null : <code className={classes.place}>{within}</code>}
          </span>
        </li>
      ))}
    </ul>
  )
}
