import type { z } from 'zod'
import type { beginOrderImportInput } from '#shared/contracts/console-engine/order-imports.ts'
import { type OrderMapping, orderMappingSignature } from '#shared/rules/order-files/order-mapping.ts'
import { MAX_ORDER_FILE_BYTES } from '#shared/rules/order-files/read-order-file.ts'
import type { Engine } from '../engine.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import { type ImportSetting, OpenFiles } from '../imports/open-files.ts'
import type { QueryContext } from '../queries/query-context.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { instantAfter } from '../time/instant.ts'
import { OpenOrderImport } from './open-order-import.ts'
import { ORDER_MAPPINGS } from './order-mappings.ts'

/** The files of orders of one person on their way in. */
export class OrderImports extends OpenFiles<OpenOrderImport> {
  readonly #setting: ImportSetting

  constructor(setting: ImportSetting) {
    super(setting)
    this.#setting = setting
  }

  /** Begins a file of so many bytes; its pieces follow. @throws ImportRefused `too-large` */
  async begin(context: QueryContext, file: z.infer<typeof beginOrderImportInput>): Promise<string> {
    if (file.bytes > MAX_ORDER_FILE_BYTES) {
      const most = MAX_ORDER_FILE_BYTES / 1024 / 1024
      throw new ImportRefused('too-large', `more than ${most} MiB: export a shorter period`)
    }
    return this.keep(context, (id) => new OpenOrderImport(id, file, this.#setting))
  }

  /** Keeps a mapping and reads the file again with it; answers the signature it is found by. */
  map(context: QueryContext, id: string, mapping: OrderMapping): string {
    const opened = this.find(context, id)
    const signature = orderMappingSignature(mapping)
    ORDER_MAPPINGS.keep(context.workspace.journal, signature, mapping, instantAfter(this.#setting.clock))
    opened.readAgain(context)
    return signature
  }

  /** Applies a file and closes it. */
  async apply(context: QueryContext, id: string, changed: readonly number[]): Promise<OutboxRow> {
    const row = await this.find(context, id).apply(context, changed)
    await this.cancel(id)
    return row
  }
}

/** The imports of an engine; those of somebody who signs out are given up. */
export function openOrderImports(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
  random = Math.random,
): OrderImports {
  const imports = new OrderImports({ clock: engine.clock, random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void imports.keepOnly(engine.workspace())
  })
  return imports
}
