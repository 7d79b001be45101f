import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
/** The compiler reads the kinds with all that they import. */
const COMPILING_MS = 60_000

const CONTRACT = join(ROOT, 'src-shared/contracts/console-platform')
const IMPORTS = [
  `import { kindOf } from '${CONTRACT}/kinds/define-kind.ts'`,
  `import { type Operator, operatorSchema } from '${CONTRACT}/records/operator.ts'`,
]

/** Every field of a sheet, as one would write it for a new kind. */
const FIELDS: Readonly<Record<string, string>> = {
  since: '9',
  schema: 'operatorSchema',
  table: "'trial'",
  columns: '{ name: text(({ name }) => name) }',
  key: "({ name }) => ({ marketplace: '', providerId: '', name, fileHashes: [] })",
  seenBy: "['finance']",
  withoutPersonalData: 'null',
  title: '({ name }) => name',
  state: '() => null',
  decided: 'true',
  foundBy: "['name']",
  before: '{}',
}

function sheet(fields: Readonly<Record<string, string>>): string {
  const body = Object.entries(fields).map(([name, value]) => `  ${name}: ${value},`)
  return [
    ...IMPORTS,
    'const { defineKind, text, integer, textOrNull } = kindOf<Operator>()',
    'export const makers = [text, integer, textOrNull]',
    `export const trialKind = defineKind({\n${body.join('\n')}\n})`,
  ].join('\n')
}

/** What the compiler says of each of the files, by name. */
async function compiled(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'marketdesk-kind-'))
  try {
    for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, `${name}.ts`), source)
    const config = join(folder, 'tsconfig.json')
    writeFileSync(config, JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), include: ['*.ts'] }))
    const said = await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config], {
      timeout: COMPILING_MS,
    })
      .then(({ stdout }) => stdout)
      .catch((failure: { stdout: string }) => failure.stdout)
    return Object.fromEntries(
      Object.keys(files).map((name) => {
        const lines = said.split('\n').filter((line) => line.includes(`${name}.ts(`))
        return [name, lines.join('\n')]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it(
  'the sheet of a new kind cannot be compiled until all of it is stated, and then can',
  async () => {
    const without = Object.keys(FIELDS).map((field) => {
      const { [field]: _left, ...rest } = FIELDS
      return [`lacks-${field}`, sheet(rest)] as const
    })
    const said = await compiled({
      whole: sheet(FIELDS),
      ...Object.fromEntries(without),
      'found-by-no-column': sheet({ ...FIELDS, foundBy: "['motto']" }),
      'empty-where-it-may-not-be': sheet({ ...FIELDS, columns: '{ name: text(() => null) }' }),
    })
    expect(said.whole).toBe('')
    for (const field of Object.keys(FIELDS)) expect(said[`lacks-${field}`]).toContain(field)
    expect(said['found-by-no-column']).toContain('"motto"')
    expect(said['empty-where-it-may-not-be']).toContain('null')
  },
  COMPILING_MS,
)
