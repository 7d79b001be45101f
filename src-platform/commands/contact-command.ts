import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Contact } from '#shared/contracts/console-platform/records/contact.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  type ContactDecision,
  decideContact,
} from '#shared/contracts/console-platform/transitions/contact-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Writes a contact record down, or the next thing that happened with it. */
export async function decideOnContact(
  setting: CommandSetting,
  before: Contact | null,
  decision: ContactDecision,
  id: string,
): Promise<Contact | Refusal> {
  const { transaction, actor, at } = setting
  const after = await answeredFrom(decideContact(before, id, decision, actor, at), transaction)
  if (typeof after === 'string') return refuse(after, id)
  if (decision.type === 'contact.hand-over' && decision.arguments.dueOn < shanghaiDate(at)) {
    return refuse('day-impossible', `dueOn: ${decision.arguments.dueOn} is past`)
  }
  await writeRecord(setting, decision.type, 'contact', before, after)
  return after
}
