import { IconLock } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import classes from './blockers.module.css'

/** Why approval or publishing is blocked whatever the package holds. */
export function Blockers({ opened }: { readonly opened: ListingCase }) {
  const texts = useTexts().listings.blocker
  const blockers = opened.blockers.filter((blocker) => blocker !== 'must-findings-open')
  if (blockers.length === 0) return null
  return (
    <ul className={classes.blockers}>
      {blockers.map((blocker) => (
        <li key={blocker}>
          <IconLock size={14} aria-hidden /> {texts[blocker]}
        </li>
      ))}
    </ul>
  )
}
