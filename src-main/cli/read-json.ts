import { readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { UsageError } from './usage-error.ts'

/** More problems than this help nobody. */
const PROBLEMS_SHOWN = 20

/** @throws UsageError where there is no such file, or one larger than `maxBytes`. */
export async function readTextFile(path: string, maxBytes: number): Promise<string> {
  const size = await stat(path).then(
    (entry) => (entry.isFile() ? entry.size : Number.POSITIVE_INFINITY),
    () => null,
  )
  if (size === null) throw new UsageError(`${path} cannot be read`)
  if (size > maxBytes) throw new UsageError(`${path} is no file of at most ${maxBytes} bytes`)
  return readFile(path, 'utf8')
}

/** @throws UsageError that names `source` where the text is not JSON. */
export function parseJson(text: string, source: string): unknown {
  try {
    // Windows programs like to begin UTF-8 with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`${source} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** @throws UsageError that begins with `complaint` and lists every place that is wrong. */
export function checkInput<T>(value: unknown, schema: z.ZodType<T>, complaint: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues
    .slice(0, PROBLEMS_SHOWN)
    .map((issue) => `  ${issue.path.join('.') || '(whole)'}: ${issue.message}`)
  throw new UsageError(`${complaint}:\n${problems.join('\n')}`)
}
