import { readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

/** More problems than this help nobody. */
const PROBLEMS_SHOWN = 20

/** @throws UsageError where there is no such file, or one larger than `maxBytes`. */
export async function readTextFile(path: string, maxBytes: number): Promise<string> {
  const size = await fileSize(path)
  if (size > maxBytes) throw new UsageError(`${path} is larger than the ${maxBytes} bytes that are read`)
  return readFile(path, 'utf8')
}

/** Bytes of a file. @throws UsageError where there is none of that name. */
export async function fileSize(path: string): Promise<number> {
  const entry = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? error.message)
    throw new UsageError(`${path} cannot be read: ${why}`)
  })
  if (entry.isDirectory()) throw new UsageError(`${path} cannot be read: it is a folder, a file is needed`)
  if (!entry.isFile()) throw new UsageError(`${path} cannot be read: it is no ordinary file`)
  return entry.size
}

/** @throws UsageError that names `source` where the text is not JSON. */
export function parseJson(text: string, source: string): unknown {
  try {
    // Windows programs like to begin UTF-8 with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    // The message quotes the file: nothing in it may steer the terminal.
    const what = harmless(error instanceof Error ? error.message : String(error))
    throw new UsageError(`${source} is not JSON: ${what}`)
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
