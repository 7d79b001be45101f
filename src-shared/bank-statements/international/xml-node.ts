import { decodeReferences } from './xml-text.ts'

/** What fast-xml-parser makes of an element: text, an object of children, or a list where there are several. */
export type Node = Readonly<Record<string, unknown>>

/** The children of a name, none where there is nothing of the kind. */
export function children(node: Node | null | undefined, name: string): readonly Node[] {
  const value = node !== null && node !== undefined && Object.hasOwn(node, name) ? node[name] : undefined
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map(toNode)
}

export function child(node: Node | null | undefined, name: string): Node | null {
  return children(node, name)[0] ?? null
}

/** The text of the first descendant on a path; empty where there is none. */
export function textAt(node: Node | null | undefined, ...path: readonly string[]): string {
  let at = node
  for (const name of path) at = child(at, name)
  return at === null || at === undefined ? '' : text(at)
}

export function text(node: Node): string {
  const value = node['#text']
  return typeof value === 'string' ? decodeReferences(value) : ''
}

function toNode(value: unknown): Node {
  if (typeof value === 'object' && value !== null) return value as Node
  return { '#text': typeof value === 'string' ? value : '' }
}
