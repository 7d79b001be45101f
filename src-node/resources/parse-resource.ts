import { LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { ResourceProblem } from './resource-error.ts'

type Problem = Omit<ResourceProblem, 'file'>

/** A resource as YAML (of which JSON is a part), checked; null with what is wrong, and where. */
export function parseResource<T>(
  text: string,
  schema: z.ZodType<T>,
): { readonly value: T | null; readonly problems: readonly Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      place: `line ${lines.linePos(error.pos[0]).line}`,
      message: error.message.split('\n', 1)[0] ?? error.code,
    }))
    return { value: null, problems }
  }
  if (hasAlias(document)) {
    return { value: null, problems: [{ place: 'file', message: 'aliases are not taken' }] }
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, problems: [] }
  const problems = parsed.error.issues.map((issue) => ({
    place: placeOf(document, lines, issue.path),
    message: issue.message,
  }))
  return { value: null, problems }
}

/** Aliases can grow without bound, and hide where a value stands. */
function hasAlias(document: ReturnType<typeof parseDocument>): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

/** The key path and, from the nearest node that exists, its line. */
function placeOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): string {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const line = lines.linePos(Number(node.range[0])).line
      return `${path.length === 0 ? 'file' : path.map(String).join('.')} (line ${line})`
    }
  }
  return path.map(String).join('.')
}
