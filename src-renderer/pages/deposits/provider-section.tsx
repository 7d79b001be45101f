import { Link } from '@tanstack/react-router'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'

/** All deposits of the provider and what they come to, where it has more than this one. */
export function ProviderSection({ opened: { ofProvider, obligation } }: { readonly opened: DepositCase }) {
  const texts = useTexts().deposits
  const say = useBilingual()
  if (ofProvider.length < 2) return null
  const sum = ofProvider.reduce((total, { amount }) => total + (amount ?? 0), 0)
  return (
    <CaseSection title={texts.ofProvider} aside={texts.sum(formatYuan(sum))}>
      <ul className={classes.ledger}>
        {ofProvider.map((row) => (
          <li key={row.id} className={classes.posting}>
            <DepositStatusMark status={row.status} />
            <Link to="/deposits/$id" params={{ id: row.id }} aria-current={row.id === obligation.id}>
              {say(row.depositName)}
            </Link>
            <span className={classes.amount}>
              {row.amount === null ? texts.notConfigured : formatYuan(row.amount)}
            </span>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}
