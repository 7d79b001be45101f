import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import { COMMANDS, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import classes from './rules.module.css'

interface MayOrWhoProps {
  readonly type: CommandType
  readonly children: ReactNode
}

/** What gives a command, for who may; for everybody else who that is. */
export function MayOrWho({ type, children }: MayOrWhoProps) {
  const all = useTexts()
  if (mayCommand(useAccount()?.roles ?? [], type)) return children
  const who = all.review.listed(COMMANDS[type].roles.map((role) => all.roles.role[role]))
  return (
    <span className={classes.lead}>
      <IconLock size={13} aria-hidden /> {all.rules.mayNot(all.commands.doing[type], who)}
    </span>
  )
}
