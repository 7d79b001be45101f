import { IconLock } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import classes from './bank-matching.module.css'

/** Who may set what others only try. */
export function WhoSets() {
  const all = useTexts()
  const who = all.review.listed(COMMANDS['matching.set'].roles.map((role) => all.roles.role[role]))
  return (
    <p className={classes.why}>
      <IconLock size={13} aria-hidden /> {all.rules.mayNot(all.commands.doing['matching.set'], who)}
    </p>
  )
}
