import { z } from 'zod'
import { signedContractSchema } from '#shared/contracts/console-platform/records/application.ts'
import type { Texts } from '../../i18n/texts.ts'

/** Whatever the arguments of a command may hold. */
const saidSchema = z
  .object({
    assignee: z.string().nullable(),
    contract: signedContractSchema,
    ruleId: z.string(),
    reason: z.string(),
    until: z.string(),
    reasons: z.array(z.string()),
    noteToVendor: z.string(),
    internalNote: z.string(),
  })
  .partial()

/** What a decision says, label by label; empty parts and what cannot be read are left out. */
export function saidBy(
  given: unknown,
  texts: Texts['sync'],
  operatorNames: ReadonlyMap<string, string>,
): (readonly [label: string, value: string])[] {
  const parsed = saidSchema.safeParse(given)
  if (!parsed.success) return []
  const { assignee, contract, ruleId, reason, until, reasons, noteToVendor, internalNote } = parsed.data
  const lines: (readonly [string, string | null | undefined])[] = [
    [texts.assignee, assignee && (operatorNames.get(assignee) ?? assignee)],
    [
      texts.contract,
      contract && `${contract.agreement} ${contract.version} · ${contract.signedBy} · ${contract.signedOn}`,
    ],
    [texts.ruleId, ruleId],
    [texts.reason, reason],
    [texts.until, until],
    // The note to the vendor says them in words; alone they are ids of rules.
    [texts.reasons, reasons && (noteToVendor ? texts.reasonCount(reasons.length) : reasons.join(', '))],
    [texts.noteToVendor, noteToVendor],
    [texts.internalNote, internalNote],
  ]
  return lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}
