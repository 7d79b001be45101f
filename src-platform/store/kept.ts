import { z } from 'zod'
import { fileHashSchema, instantSchema, marketplaceSchema } from '#shared/base/ids.ts'
import { outcomeSchema } from '#shared/contracts/console-platform/commands.ts'

/** What became of a command: kept with its effect, in the same transaction. */
export const keptOutcomeSchema = z.strictObject({
  commandId: z.string(),
  actor: z.string(),
  /** SHA-256 over the canonical body. */
  bodyHash: z.string(),
  /** Of an applied one, what was decided; see commands/decision-hash.ts. Null in outcomes from before it was kept. */
  decisionHash: z.string().nullable().default(null),
  outcome: outcomeSchema,
  at: instantSchema,
})
export type KeptOutcome = Readonly<z.infer<typeof keptOutcomeSchema>>

/** A file a vendor uploaded apart from its package; the package then names it by `url`. */
export const uploadSchema = z.strictObject({
  marketplace: marketplaceSchema,
  providerId: z.string(),
  path: z.string(),
  url: z.string(),
  fileHash: fileHashSchema,
  at: instantSchema,
})
export type Upload = Readonly<z.infer<typeof uploadSchema>>

/** A file that somebody at a console gave, so that commands of hers may name it. */
export const givenFileSchema = z.strictObject({
  account: z.string(),
  fileHash: fileHashSchema,
  /** Bytes. */
  size: z.int().nonnegative(),
  at: instantSchema,
})
export type GivenFile = Readonly<z.infer<typeof givenFileSchema>>
