import { excerpt } from './listing-finding.ts'
import type { ValueChange } from './package-diff.ts'
import { isRecord } from './package-metadata.ts'
import { readYaml } from './safe-yaml.ts'

type Leaf = { readonly type: string; readonly shown: string }

const maxKeys = 5_000
const maxKeyLength = 500

/** Keys of a values file added, removed, or changed in type or default; sorted by key. Unreadable files have none. */
export function diffValues(oldText: string, newText: string): readonly ValueChange[] {
  const before = outline(oldText)
  const after = outline(newText)
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): ValueChange[] => {
    const old = before.get(key)
    const now = after.get(key)
    const sides = { key, old: old?.shown ?? null, new: now?.shown ?? null }
    if (old === undefined) return [{ ...sides, change: 'added' }]
    if (now === undefined) return [{ ...sides, change: 'removed' }]
    if (old.type !== now.type) return [{ ...sides, change: 'type' }]
    return old.shown === now.shown ? [] : [{ ...sides, change: 'default' }]
  })
}

/** Every leaf by its dotted key. */
function outline(text: string): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const visit = (value: unknown, key: string): void => {
    if (leaves.size >= maxKeys || key.length > maxKeyLength) return
    if (isRecord(value) && Object.keys(value).length > 0) {
      for (const [name, child] of Object.entries(value)) visit(child, key === '' ? name : `${key}.${name}`)
      return
    }
    const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
    if (key !== '') leaves.set(key, { type, shown: excerpt(JSON.stringify(value) ?? '', 200) })
  }
  visit(readYaml(text).value, '')
  return leaves
}
