import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

/** A case can be given to an active operator who could decide it, or to nobody. */
export async function checkAssignee(
  { transaction }: CommandSetting,
  assignee: string | null,
  reviews: CommandType,
): Promise<Refusal | null> {
  if (assignee === null) return null
  const operator = await transaction.get('operator', assignee)
  const able = operator?.active === true && mayCommand(operator.roles, reviews)
  return able ? null : refuse('unknown-operator', assignee)
}
