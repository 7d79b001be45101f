import type { RevealQuestion } from '#shared/contracts/console-platform/contract.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Labelled } from '#shared/values/value.ts'
import { changedFields } from './changed-fields.ts'
import { namesHere } from './names-here.ts'
import type { QueryContext } from './query-context.ts'
import { readPresent } from './read-present.ts'
import { RecordMissing } from './record-missing.ts'

/**
 * What this copy lacks of a record's personal data, said field by field: the platform is asked, and notes who asked and
 * why. It is answered and forgotten. @throws RecordMissing, PlatformFailure
 */
export function readRevealed(context: QueryContext, question: RevealQuestion): Promise<Labelled[]> {
  return revealedOf(context, question.kind, question)
}

async function revealedOf<K extends RecordKind>(
  context: QueryContext,
  kind: K,
  question: RevealQuestion,
): Promise<Labelled[]> {
  const here = readPresent(context, kind, question.id)
  if (here === null) throw new RecordMissing(kind, question.id)
  const fields = await context.workspace.reveal(question)
  const whole = RECORD_KINDS[kind].schema.parse({ ...here, ...fields })
  const names = namesHere(context, 'marketplace' in here ? String(here.marketplace) : null)
  return changedFields(kind, here, whole, names).map(({ label, current }) => ({ label, value: current }))
}
