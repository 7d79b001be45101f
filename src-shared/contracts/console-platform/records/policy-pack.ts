import { z } from 'zod'
import { bilingualSchema } from '../../../base/bilingual.ts'
import { fileHashSchema, marketplaceSchema } from '../../../base/ids.ts'
import { type PolicyPack, policyPackSchema } from '../../../policy/policy-pack.ts'
import { proposalShape } from './proposal.ts'

/** Longest JSON of a pack or table that is proposed, in characters. */
export const PROPOSED_FILE_LIMIT = 512 * 1024

/** What a proposal from a file says of the file. */
export const fromFileShape = {
  fileName: z.string().min(1).max(200),
  /** SHA-256 of the file as it was chosen. */
  fileHash: fileHashSchema,
}

/** A pack of rules 规则包 that was added at the desk, from its own first day on. */
export const policyPackRecordSchema = z.strictObject({
  ...proposalShape,
  ...fromFileShape,
  marketplace: marketplaceSchema,
  name: bilingualSchema,
  packVersion: z.string().min(1).max(20),
  /** The pack as JSON, see `packOf`. */
  pack: z.string().min(2).max(PROPOSED_FILE_LIMIT),
})
export type PolicyPackRecord = Readonly<z.infer<typeof policyPackRecordSchema>>

/** The pack of a record; null where this program does not take it as one. */
export function packOf({ pack }: Pick<PolicyPackRecord, 'pack'>): PolicyPack | null {
  return readJson(policyPackSchema, pack)
}

/** What a text of JSON holds; null where it is none, or not of the schema. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
