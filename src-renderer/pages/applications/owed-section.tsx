import { IconCoin } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './contracts-section.module.css'

/** What has to be paid, or waived, before the vendor's shop opens. */
export function OwedSection({ owed }: { readonly owed: readonly DepositRow[] }) {
  const texts = useTexts()
  const say = useBilingual()
  const unseen = useUnseen()('depositObligation')
  if (unseen !== null) {
    return (
      <CaseSection title={texts.applications.sections.deposit}>
        <NotVisible what={unseen} />
      </CaseSection>
    )
  }
  if (owed.length === 0) return null
  return (
    <CaseSection title={texts.applications.sections.deposit}>
      <ul className={classes.list}>
        {owed.map((row) => (
          <li key={row.id} className={classes.agreement}>
            <IconCoin size={16} aria-hidden />
            <Link to="/deposits/$id" params={{ id: row.id }} className={classes.name}>
              {row.amount === null ? texts.deposits.notConfigured : formatYuan(row.amount)}{' '}
              <span className={classes.detail}>{say(row.depositName)}</span>
            </Link>
            <DepositStatusMark status={row.status} />
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}
