import { COMMANDS, type CommandType } from '../commands.ts'
import type { Role } from '../roles.ts'

/** Whether somebody with these roles may give a command. The platform enforces it; the page only hides. */
export function mayCommand(roles: readonly Role[], type: CommandType): boolean {
  return COMMANDS[type].roles.some((role) => roles.includes(role))
}
