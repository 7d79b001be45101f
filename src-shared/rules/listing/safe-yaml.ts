import { type Document, isNode, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml'

export type YamlProblem = {
  readonly code:
    | 'too-large'
    | 'too-deep'
    | 'syntax'
    | 'duplicate-key'
    | 'several-documents'
    | 'custom-tag'
    | 'anchor'
    | 'alias-bomb'
  /** Counted from 1; null where the problem is of the whole text. */
  readonly line: number | null
}

export type YamlReading = {
  /** Undefined where the text is too broken or too dangerous to be taken at its word. */
  readonly value: unknown
  readonly problems: readonly YamlProblem[]
  /** The line of a key's value, counted from 1. */
  readonly lineOf: (path: readonly (string | number)[]) => number | null
}

/** Far beyond any metadata or values file; hostile text takes the parser 1 kB and 20 µs a character. */
const maxCharacters = 131_072
const maxAliases = 16
const maxDepth = 64
const maxProblems = 20
const usable = new Set<YamlProblem['code']>(['duplicate-key', 'several-documents', 'custom-tag', 'anchor'])

/** Reads YAML of unknown origin: no custom tags, no merge keys, hardly any aliases; never throws. */
export function readYaml(text: string): YamlReading {
  if (text.length > maxCharacters) return unusable('too-large')
  if (nestsTooDeep(text)) return unusable('too-deep')
  try {
    return readDocuments(text)
  } catch (error) {
    return unusable(error instanceof RangeError ? 'too-deep' : 'syntax')
  }
}

function unusable(code: YamlProblem['code']): YamlReading {
  return { value: undefined, problems: [{ code, line: null }], lineOf: () => null }
}

/** The parser is recursive: brackets and one-space indents decide how deep it would go. */
function nestsTooDeep(text: string): boolean {
  let open = 0
  let deepest = 0
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open)
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
  }
  return deepest > maxDepth * 4 || /^(?:[ \t]*- ){64}/m.test(text) || /^ {512}/m.test(text)
}

function readDocuments(text: string): YamlReading {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: false,
    // Its own check of duplicates is quadratic: 60,000 keys take two minutes.
    uniqueKeys: false,
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  })
  const document = Array.isArray(documents) ? documents[0] : undefined
  if (document === undefined) return { value: null, problems: [], lineOf: () => null }
  const lineAt = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line)
  const problems: YamlProblem[] = []
  for (const { pos } of document.errors.slice(0, maxProblems))
    problems.push({ code: 'syntax', line: lineAt(pos[0]) })
  for (const { code, pos } of document.warnings.slice(0, maxProblems)) {
    if (code === 'TAG_RESOLVE_FAILED') problems.push({ code: 'custom-tag', line: lineAt(pos[0]) })
  }
  if (documents.length > 1) problems.push({ code: 'several-documents', line: lineAt(documents[1]?.range[0]) })
  const { anchors, aliases, duplicates } = suspects(document)
  for (const offset of duplicates) problems.push({ code: 'duplicate-key', line: lineAt(offset) })
  if (aliases > maxAliases) problems.push({ code: 'alias-bomb', line: lineAt(anchors[0]) })
  else if (anchors.length > 0) problems.push({ code: 'anchor', line: lineAt(anchors[0]) })
  const reading = {
    problems,
    lineOf: (path: readonly (string | number)[]) => lineOfPath(document, path, lineAt),
  }
  if (!problems.every(({ code }) => usable.has(code))) return { ...reading, value: undefined }
  try {
    return { ...reading, value: document.toJS({ maxAliasCount: maxAliases }) }
  } catch (error) {
    // The library counts what aliases would expand to: few aliases can make many copies.
    const code = error instanceof ReferenceError ? 'alias-bomb' : 'syntax'
    const others = problems.filter((problem) => problem.code !== 'anchor')
    return { ...reading, value: undefined, problems: [...others, { code, line: lineAt(anchors[0]) }] }
  }
}

type Suspects = { readonly anchors: number[]; readonly aliases: number; readonly duplicates: number[] }

/** Offsets of anchors and of keys that stand twice in one mapping, and the number of aliases. */
function suspects(document: Document.Parsed): Suspects {
  const anchors: number[] = []
  const duplicates: number[] = []
  let aliases = 0
  visit(document, {
    Alias() {
      aliases += 1
    },
    Value(_key, node) {
      if (node.anchor !== undefined) anchors.push(node.range?.[0] ?? 0)
    },
    Map(_key, map) {
      if (map.anchor !== undefined) anchors.push(map.range?.[0] ?? 0)
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key
        if (seen.has(name)) duplicates.push((isNode(key) ? key.range?.[0] : undefined) ?? 0)
        seen.add(name)
      }
    },
  })
  return { anchors, aliases, duplicates: duplicates.slice(0, maxProblems) }
}

function lineOfPath(
  document: Document.Parsed,
  path: readonly (string | number)[],
  lineAt: (offset: number | undefined) => number | null,
): number | null {
  const node = document.getIn(path, true)
  if (isScalar(node)) return lineAt(node.range?.[0])
  const ranged = node as { readonly range?: readonly number[] } | null | undefined
  return lineAt(ranged?.range?.[0])
}
