import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['src-shared', 'src-node', 'src-main', 'src-platform', 'src-renderer', 'tools', 'test', 'bin']
const OWN_PREFIX: Readonly<Record<string, string>> = {
  '#shared/': 'src-shared/',
  '#node/': 'src-node/',
  '#main/': 'src-main/',
  '#platform/': 'src-platform/',
  '#renderer/': 'src-renderer/',
  '#test/': 'test/',
}
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\bnew URL\(\s*'(\.[^']+\.tsx?)'\s*,\s*import\.meta\.url/g

/** One source file: its path from the project's folder, its text, and what it imports. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** The text without comments, for looking for words. */
  readonly code: string
  /** Paths of our own files. */
  readonly imports: readonly string[]
  /** Names of packages and of Node's own modules. */
  readonly packages: readonly string[]
}

/** Every TypeScript and JavaScript file of the project. */
export function sourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/node_modules/') && !path.includes('/fixtures/'))
    .sort()
    .map(readSource)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const code = withoutComments(text)
  const names = [...code.matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? '')
  const own = names.map((name) => ownPath(path, name))
  return {
    path,
    text,
    code,
    imports: own.filter((name) => name !== null),
    packages: names.filter((_, at) => own[at] === null),
  }
}

function ownPath(from: string, name: string): string | null {
  if (name.startsWith('.')) return normalize(join(dirname(from), name)).replaceAll('\\', '/')
  const prefix = Object.keys(OWN_PREFIX).find((start) => name.startsWith(start))
  return prefix === undefined ? null : `${OWN_PREFIX[prefix]}${name.slice(prefix.length)}`
}

/** Block comments and whole-line comments; a `//` inside a line may be part of an address and stays. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

export function exists(path: string): boolean {
  return existsSync(join(ROOT, path))
}
