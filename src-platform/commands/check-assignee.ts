import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import { rolesOn } from '#shared/contracts/console-platform/role-grants.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'

/** A case can be given to an active operator who could decide it, or to nobody. */
export async function checkAssignee(
  { transaction, at }: CommandSetting,
  assignee: string | null,
  reviews: CommandType,
): Promise<Refusal | null> {
  if (assignee === null) return null
  const operator = await transaction.get('operator', assignee)
  const able = operator?.active === true && mayCommand(rolesOn(operator.grants, shanghaiDate(at)), reviews)
  return able ? null : refuse('unknown-operator', assignee)
}
