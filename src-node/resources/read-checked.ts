import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { ResourceProblem } from './resource-error.ts'
import { ResourceError } from './resource-error.ts'
import { valueFromBuild } from './values-from-build.ts'

/** A folder of resource files: a path or a file: URL. */
export type ResourceFolder = string | URL

export interface CheckedFile<T> {
  /** Relative to the folder, with forward slashes. */
  readonly file: string
  readonly value: T
}

/** More files than this are not a resource folder but a mistake. */
const MAX_FILES = 1000
const MAX_FILE_BYTES = 1024 * 1024

/**
 * Reads every file below `folder` that ends in one of `extensions`, in the order of their names, as YAML
 * (of which JSON is a part) and checks it.
 * @throws ResourceError naming every file and place that is wrong.
 */
export async function readChecked<T>(
  folder: ResourceFolder,
  extensions: readonly string[],
  schema: z.ZodType<T>,
): Promise<readonly CheckedFile<T>[]> {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder)
  const paths = await pathsBelow(root, extensions)
  const results = await Promise.all(paths.map(async (path) => readOne(root, path, schema)))
  const problems = results.flatMap((result) => result.problems)
  if (problems.length > 0) throw new ResourceError(problems)
  return results.flatMap((result) => result.checked)
}

async function pathsBelow(root: string, extensions: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new ResourceError([{ file: root, place: 'folder', message: `cannot be read: ${String(error)}` }])
  })
  const paths = entries
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (paths.length > 0 && paths.length <= MAX_FILES) return paths
  const message = `holds ${paths.length} files; between 1 and ${MAX_FILES} are expected`
  throw new ResourceError([{ file: root, place: 'folder', message }])
}

async function readOne<T>(
  root: string,
  path: string,
  schema: z.ZodType<T>,
): Promise<{ readonly checked: CheckedFile<T>[]; readonly problems: ResourceProblem[] }> {
  const file = relative(root, path).replaceAll('\\', '/')
  const bytes = await readFile(path)
  if (bytes.byteLength > MAX_FILE_BYTES) {
    return {
      checked: [],
      problems: [{ file, place: 'file', message: `larger than ${MAX_FILE_BYTES} bytes` }],
    }
  }
  const text = bytes.toString('utf8')
  const known = schema.safeParse(await valueFromBuild(text))
  if (known.success) return { checked: [{ file, value: known.data }], problems: [] }
  // Only what the build did not know, or what is wrong and has to be shown with its line, needs the parser.
  const { parseResource } = await import('./parse-resource.ts')
  const { value, problems } = parseResource(text, schema)
  return {
    checked: value === null ? [] : [{ file, value }],
    problems: problems.map((problem) => ({ file, ...problem })),
  }
}
