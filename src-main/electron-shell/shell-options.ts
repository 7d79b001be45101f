import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { dataFolder } from '#node/data-folder.ts'

const shellOptionsSchema = z.object({
  /** Without a path: the same platform has one name. */
  platform: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:7420')
    .transform((text) => new URL(text).origin),
  data: z.string().min(1).optional(),
  'plain-http': z.boolean().default(false),
})

export interface ShellOptions {
  readonly platformUrl: string
  readonly dataFolder: string
  /** Whether the platform may be one elsewhere without https. */
  readonly plainHttp: boolean
}

/** Reads `--platform URL`, `--data DIR` and `--plain-http`; switches of Chromium stand among them and are passed over. */
export function shellOptions(argv: readonly string[]): ShellOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    allowPositionals: true,
    options: { platform: { type: 'string' }, data: { type: 'string' }, 'plain-http': { type: 'boolean' } },
  })
  const { platform, data, 'plain-http': plainHttp } = shellOptionsSchema.parse(values)
  return { platformUrl: platform, dataFolder: data ?? join(dataFolder(), 'console'), plainHttp }
}
