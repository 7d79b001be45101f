import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'

type ChangedField = ReturnedDecision['changedFields'][number]

/** Fields that move with every change and say nothing of it. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['version', 'updatedAt'])
const MAX_FIELDS = 100
const MAX_TEXT = 500

/** Where two versions of a record differ: dotted paths with both values as text, '' where there is none. */
export function changedFields(seen: unknown, current: unknown): ChangedField[] {
  const found: ChangedField[] = []
  compare('', seen, current, found)
  return found
}

function compare(path: string, seen: unknown, current: unknown, found: ChangedField[]): void {
  if (found.length >= MAX_FIELDS || canonicalJson(seen) === canonicalJson(current)) return
  if (!isBranch(seen) || !isBranch(current)) {
    if (path !== '') found.push({ path, seen: inText(seen), current: inText(current) })
    return
  }
  for (const key of new Set([...Object.keys(seen), ...Object.keys(current)])) {
    if (path === '' && BOOKKEEPING.has(key)) continue
    compare(path === '' ? key : `${path}.${key}`, seen[key], current[key], found)
  }
}

/** An object or an array: compared key by key, so that one changed entry of a list is one difference. */
function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function inText(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}
