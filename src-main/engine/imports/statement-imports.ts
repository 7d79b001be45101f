import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import { MAX_STATEMENT_BYTES } from '#shared/bank-statements/read-statement.ts'
import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { Engine } from '../engine.ts'
import type { QueryContext } from '../queries/query-context.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { instantAfter } from '../time/instant.ts'
import { keepMapping, STATEMENT_MAPPINGS } from './column-mappings.ts'
import { ImportRefused } from './import-refused.ts'
import { type ImportSetting, OpenFiles } from './open-files.ts'
import { OpenImport } from './open-import.ts'

/** The statements of one person on their way in. */
export class StatementImports extends OpenFiles<OpenImport> {
  readonly #setting: ImportSetting

  constructor(setting: ImportSetting) {
    super(setting)
    this.#setting = setting
  }

  /** Begins a file of so many bytes; its pieces follow. @throws ImportRefused `too-large` */
  async begin(context: QueryContext, fileName: string, bytes: number): Promise<string> {
    if (bytes > MAX_STATEMENT_BYTES) {
      const most = MAX_STATEMENT_BYTES / 1024 / 1024
      throw new ImportRefused('too-large', `more than ${most} MiB: ask the bank for a shorter period`)
    }
    return this.keep(context, (id) => new OpenImport(id, fileName, bytes, this.#setting))
  }

  add(context: QueryContext, id: string, base64: string): ImportProgress {
    // A copy of its own: small buffers share their memory, and this one moves to the thread.
    return this.find(context, id).add(new Uint8Array(Buffer.from(base64, 'base64')))
  }

  read(context: QueryContext, id: string): AsyncGenerator<ImportProgress, void> {
    return this.find(context, id).read(context, mappingsOf(context))
  }

  /** Keeps a mapping and reads the file again with it; answers the signature it is found by. */
  map(context: QueryContext, id: string, mapping: ColumnMapping): string {
    const opened = this.find(context, id)
    const signature = keepMapping(context.workspace.journal, mapping, instantAfter(this.#setting.clock))
    opened.readAgain(context, mappingsOf(context))
    return signature
  }

  /** Applies a section; when nothing is left of the file it is closed. */
  async apply(
    context: QueryContext,
    id: string,
    section: number,
    accepted: readonly Acceptable[],
    matchAutomatically: boolean,
  ): Promise<OutboxRow> {
    const opened = this.find(context, id)
    const row = await opened.apply(context, section, accepted, matchAutomatically)
    if (opened.isDone()) await this.cancel(id)
    return row
  }
}

function mappingsOf({ workspace }: QueryContext): ColumnMapping[] {
  return STATEMENT_MAPPINGS.list(workspace.journal).map(({ mapping }) => mapping)
}

/** The imports of an engine; those of somebody who signs out are given up. */
export function openImports(engine: Pick<Engine, 'clock' | 'events' | 'workspace'>, random = Math.random) {
  const imports = new StatementImports({ clock: engine.clock, random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void imports.keepOnly(engine.workspace())
  })
  return imports
}
