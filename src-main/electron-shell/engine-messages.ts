import { z } from 'zod'

/** What the main process tells the engine's process; a port for a page travels along with `page`. */
export const engineMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    platformUrl: z.url(),
    dataFolder: z.string().min(1),
    vaultKey: z.instanceof(Uint8Array),
  }),
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('nudge'), reason: z.enum(['focus', 'resume']) }),
  z.strictObject({ kind: z.literal('stop') }),
])
export type EngineMessage = Readonly<z.infer<typeof engineMessageSchema>>
