import { readFileSync } from 'node:fs'
import { openImports, type StatementImports } from '#main/engine/imports/statement-imports.ts'
import { openQueryContext, type QueryContext } from '#main/engine/queries/query-context.ts'
import { createOperator } from '#platform/auth/operators.ts'
import type { ImportPreview, ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { sampleAccount, sampleObligation, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ManualClock } from './manual-clock.ts'
import { startTestConsole, type TestConsole } from './test-console.ts'
import { emailOf, PASSWORD, startTestPlatform, type TestPlatform } from './test-platform.ts'

const BANK = new URL('../../../fixtures/bank/', import.meta.url)
const UNDO_MS = 5000
const PIECE = 4000

export function bankFile(path: string): Buffer {
  return readFileSync(new URL(path, BANK))
}

/** Finance at a real console before the real platform, which has the account of the corporate samples. */
export interface ImportDesk {
  readonly platform: TestPlatform
  readonly console: TestConsole
  readonly imports: StatementImports
  readonly account: ReturnType<typeof sampleAccount>
  readonly obligation: ReturnType<typeof sampleObligation>
  desk(): QueryContext
  /** Gives a file in pieces and reads it; answers the import's id. */
  give(bytes: Uint8Array, name?: string): Promise<string>
  preview(id: string): Promise<ImportPreview>
  /** As `give`, of a file that is read and has one section. */
  open(bytes: Uint8Array, name?: string): Promise<{ id: string; section: ImportSection }>
  /** Imports the one section of a file and has it confirmed. */
  bring(bytes: Uint8Array, accepted?: readonly Acceptable[]): Promise<void>
  /** Lets the time to undo pass and sends what waits. */
  settle(): Promise<void>
  /** Names and directions of all confirmed lines, by name. */
  lines(): { identity: string; effect: number }[]
  close(): Promise<void>
}

export async function startImportDesk(): Promise<ImportDesk> {
  const clock = new ManualClock()
  const platform = await startTestPlatform(clock)
  await createOperator(platform.platform, {
    id: 'fay',
    name: 'fay',
    email: emailOf('fay'),
    password: PASSWORD,
    roles: ['finance'],
  })
  const account = sampleAccount({ number: '0200001109024543164', currency: 'CNY' })
  const provider = sampleProvider({ id: 'provider-import', name: '示例软件（北京）有限公司' })
  const obligation = sampleObligation({
    providerId: provider.id,
    providerName: provider.name,
    amount: 500_000,
  })
  await platform.platform.store.write(async (transaction) => {
    await transaction.put('provider', provider)
    await transaction.put('bankAccount', account)
    await transaction.put('depositObligation', obligation)
  })
  const console = await startTestConsole(platform, clock)
  await console.signIn('fay')
  const imports = openImports(console.engine, () => 0.5)
  const desk = () => {
    const opened = openQueryContext(console.engine)
    if (opened === null) throw new Error('nobody is signed in')
    return opened
  }
  const give: ImportDesk['give'] = async (bytes, name = 'statement') => {
    const id = await imports.begin(desk(), name, bytes.length)
    for (let at = 0; at < bytes.length; at += PIECE) {
      imports.add(desk(), id, Buffer.from(bytes.subarray(at, at + PIECE)).toString('base64'))
    }
    for await (const _progress of imports.read(desk(), id));
    return id
  }
  const preview = (id: string) => imports.find(desk(), id).preview(desk())
  const open: ImportDesk['open'] = async (bytes, name) => {
    const id = await give(bytes, name)
    const read = await preview(id)
    const [section] = read.kind === 'read' ? read.sections : []
    if (section === undefined) throw new Error('the file has a section')
    return { id, section }
  }
  const settle = async () => {
    clock.advance(UNDO_MS)
    await console.workspace().sync.now()
  }
  return {
    platform,
    console,
    imports,
    account,
    obligation,
    desk,
    give,
    preview,
    open,
    settle,
    bring: async (bytes, accepted = []) => {
      const { id } = await open(bytes)
      await imports.apply(desk(), id, 0, accepted, true)
      await settle()
      const returned = console.workspace().outbox.returned()
      if (returned.length > 0) throw new Error(`it came back: ${returned[0]?.lastOutcome}`)
    },
    lines: () =>
      console
        .workspace()
        .cache.sql.prepare<[], { identity: string; effect: number }>(
          'SELECT identity, effect FROM bank_line ORDER BY identity',
        )
        .all(),
    close: async () => {
      await imports.keepOnly(null)
      await console.close()
      await platform.close()
    },
  }
}
