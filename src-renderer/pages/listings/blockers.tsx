import { IconLock } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import classes from './blockers.module.css'

/** Why approval or publishing is blocked whatever the package holds, and what of it this person may not see. */
export function Blockers({ opened }: { readonly opened: ListingCase }) {
  const { listings, roles } = useTexts()
  const texts = listings.blocker
  const unseen = useUnseen()('depositObligation')
  const blockers = opened.blockers.filter((blocker) => blocker !== 'must-findings-open')
  if (blockers.length === 0 && unseen === null) return null
  return (
    <ul className={classes.blockers}>
      {blockers.map((blocker) => (
        <li key={blocker}>
          <IconLock size={14} aria-hidden /> {texts[blocker]}
        </li>
      ))}
      {unseen === null ? null : (
        <li>
          {roles.recordKind.depositObligation} <NotVisible what={unseen} />
        </li>
      )}
    </ul>
  )
}
