import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'

/** What a decision that came back would have set; null where it is about something else. */
export function templateMeant({
  type,
  arguments: said,
}: Pick<ReturnedDecision, 'type' | 'arguments'>): CommandArguments<'payout.set-template'> | null {
  if (type !== 'payout.set-template') return null
  return COMMAND_ARGUMENTS[type].safeParse(said).data ?? null
}
