import { COMMANDS, type CommandType, commandTypeSchema } from '#shared/contracts/console-platform/commands.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { DecisionRefused } from './decision-refused.ts'

/** A command with its arguments checked. @throws DecisionRefused `bad-arguments` */
export function checkedDecision(type: CommandType, given: unknown): Decision {
  const parsed = COMMANDS[type].arguments.safeParse(given)
  // The type names the schema its arguments were just checked by.
  if (parsed.success) return { type, arguments: parsed.data } as Decision
  const issue = parsed.error.issues[0]
  throw new DecisionRefused('bad-arguments', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** The decision of a stored row. */
export function storedDecision(row: OutboxRow): Decision {
  return checkedDecision(commandTypeSchema.parse(row.type), JSON.parse(row.arguments))
}
