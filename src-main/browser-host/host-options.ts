import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { dataFolder } from '#node/data-folder.ts'

const hostOptionsSchema = z.object({
  /** Without a path: the same platform has one name. */
  platform: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:7420')
    .transform((text) => new URL(text).origin),
  data: z.string().min(1).optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(7421),
  'undo-seconds': z.coerce.number().int().min(0).max(60).default(5),
  'plain-http': z.boolean().default(false),
})

export interface HostOptions {
  readonly platformUrl: string
  readonly dataFolder: string
  /** 0: any free one. */
  readonly port: number
  /** How long a decision can be undone before it leaves; 0: it leaves at once. */
  readonly undoMs: number
  /** Whether the platform may be one elsewhere without https. */
  readonly plainHttp: boolean
}

/** Reads `--platform URL`, `--data DIR`, `--port N`, `--undo-seconds N`, `--plain-http`. @throws with what is wrong */
export function hostOptions(args: readonly string[]): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      platform: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      'undo-seconds': { type: 'string' },
      'plain-http': { type: 'boolean' },
    },
  })
  const given = hostOptionsSchema.parse(values)
  const { platform, data, port, 'undo-seconds': undoSeconds, 'plain-http': plainHttp } = given
  return {
    platformUrl: platform,
    dataFolder: data ?? join(dataFolder(), 'console'),
    port,
    undoMs: undoSeconds * 1000,
    plainHttp,
  }
}
