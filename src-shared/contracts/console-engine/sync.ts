import { z } from 'zod'
import { instantSchema } from '../../base/ids.ts'
import { recordKindSchema } from '../console-platform/feed.ts'

/** What every screen shows of sync: where it stands, how old the data is, what is pending. */
export const syncStatusSchema = z.object({
  state: z.enum([
    'signed-out',
    'snapshot',
    'pulling',
    'live',
    'offline',
    'client-too-old',
    'platform-too-old',
    'cache-damaged',
  ]),
  /** Records applied of the running snapshot; null outside one. */
  snapshotProgress: z.object({ kind: recordKindSchema, records: z.int() }).nullable(),
  position: z.int().nullable(),
  /** When the platform last answered, i.e. the age of the data. */
  confirmedAt: instantSchema.nullable(),
  outboxWaiting: z.int(),
  returned: z.int(),
  lastError: z.string().nullable(),
})
export type SyncStatus = z.infer<typeof syncStatusSchema>

/** Proof that the cache equals the platform up to a position, kind by kind. */
export const digestCertificateSchema = z.object({
  position: z.int(),
  verifiedAt: instantSchema,
  kinds: z.array(
    z.object({ kind: recordKindSchema, count: z.int(), platformCount: z.int(), equal: z.boolean() }),
  ),
  equal: z.boolean(),
})
export type DigestCertificate = z.infer<typeof digestCertificateSchema>

/** Pushed to a page: that records or decisions changed, so that it asks again what it shows; and the state of sync. */
export const engineEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('sync'), status: syncStatusSchema }),
])
export type EngineEvent = z.infer<typeof engineEventSchema>

/** Decisions of another person on this computer: they leave only when she signs in here again. */
export const othersWaitingSchema = z.object({
  name: z.string(),
  waiting: z.int().nonnegative(),
  returned: z.int().nonnegative(),
})
export type OthersWaiting = Readonly<z.infer<typeof othersWaitingSchema>>
