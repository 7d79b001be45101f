import { IconLock } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import classes from './blockers.module.css'

/** Why approval is blocked whatever the package holds, while approval is still to come. */
export function Blockers({ opened }: { readonly opened: ListingCase }) {
  const texts = useTexts().listings.blocker
  const undecided = opened.listingVersion.decidedAt === null
  const blockers = opened.blockers.filter((blocker) => blocker !== 'must-findings-open')
  if (!undecided || blockers.length === 0) return null
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
