import { Worker } from 'node:worker_threads'
import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'
import type { OrderPreview, PreviewOrder } from '#shared/contracts/console-engine/order-imports.ts'
import { type CommandArguments, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { OrderFileHead } from '#shared/contracts/console-platform/records/order-import.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import type { ImportSetting } from '../imports/open-files.ts'
import { ProgressFeed, progressOf } from '../imports/progress.ts'
import { QuestionThread } from '../imports/question-thread.ts'
import type { QueryContext } from '../queries/query-context.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { Mutex } from '../time/mutex.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'
import { judgeOrders } from './judge-orders.ts'
import { ORDER_MAPPINGS } from './order-mappings.ts'
import { orderNames } from './order-names.ts'
import type {
  OrderAnswers,
  OrderFileFacts,
  OrderQuestion,
  OrderStanding,
  OrdersQuestion,
} from './order-questions.ts'

/** Chance a ULID begins with. */
const CHANCES = 16
/** JavaScript heap of the thread in MiB. */
const HEAP_LIMIT_MEBIBYTES = 4096
/** For what the thread does with orders it has. */
const ANSWER_LIMIT_MS = 120_000
/** Orders that are held against those on record before others are answered: some hundredths of a second. */
const ROWS_AT_ONCE = 500

type OrderThread = QuestionThread<OrderAnswers, OrderQuestion>

/** One file of orders on its way in: its bytes and orders are in a thread, what is known of it is here. */
export class OpenOrderImport {
  readonly id: string
  readonly #marketplace: string
  readonly #fileName: string
  readonly #bytes: number
  readonly #setting: ImportSetting
  readonly #thread: OrderThread
  readonly #progress = new ProgressFeed()
  /** Comparing and packing go through several messages each. */
  readonly #turns = new Mutex()
  #received = 0
  #reading: Promise<OrderFileFacts> | null = null
  #providerNames: ReadonlyMap<string, string> = new Map()
  /** How it stands against the copy as it was at a stamp. */
  #compared: { readonly stamp: string; readonly standing: OrderStanding } | null = null

  constructor(
    id: string,
    { marketplace, fileName, bytes }: { marketplace: string; fileName: string; bytes: number },
    setting: ImportSetting,
  ) {
    this.id = id
    this.#marketplace = marketplace
    this.#fileName = fileName
    this.#bytes = bytes
    this.#setting = setting
    // The bundler knows this form and bundles the worker beside the program.
    const worker = new Worker(new URL('./order-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MEBIBYTES },
    })
    this.#thread = new QuestionThread(worker)
  }

  /** Takes the next piece. @throws ImportRefused `too-large` beyond the size that was told. */
  add(piece: Uint8Array<ArrayBuffer>): ImportProgress {
    this.#received += piece.length
    if (this.#received > this.#bytes || this.#reading !== null) {
      throw new ImportRefused('too-large', `the file has more than its ${this.#bytes} bytes: choose it again`)
    }
    this.#thread.add(piece)
    const progress = progressOf('receiving', this.#received, this.#bytes)
    this.#progress.tell(progress)
    return progress
  }

  /** Reads the file, unless that is done or under way, and tells how far it is. @throws ImportRefused `incomplete` */
  read(context: QueryContext): AsyncGenerator<ImportProgress, void> {
    if (this.#received !== this.#bytes) {
      const here = `${this.#received} of ${this.#bytes} bytes are here`
      throw new ImportRefused('incomplete', `${here}: choose the file again`)
    }
    this.#reading ??= this.#begin(context)
    return this.#progress.follow(this.#reading)
  }

  /** Reads it anew, by the mappings that are kept now. */
  readAgain(context: QueryContext): void {
    this.#reading = this.#begin(context)
  }

  async preview(context: QueryContext): Promise<OrderPreview> {
    const file = await this.#file()
    const { id: importId } = this
    const fileName = this.#fileName
    if (file.kind === 'refused') {
      const candidates = file.candidates.map((cells) => [...cells])
      return { kind: 'refused', importId, fileName, reason: file.reason, candidates }
    }
    const standing = await this.#turns.run(() => this.#standing(context))
    const { unread, mapping } = file
    return {
      kind: 'read',
      importId,
      file: this.#head(file, standing, 0),
      unread: [...unread],
      mapping,
      ...standing,
      barred: this.#barred(context, standing),
    }
  }

  async orders(
    context: QueryContext,
    asked: Omit<OrdersQuestion, 'kind'>,
  ): Promise<{ orders: PreviewOrder[]; next: number | null }> {
    await this.#file()
    const { orders, next } = await this.#turns.run(async () => {
      await this.#standing(context)
      return this.#thread.ask<'orders'>({ kind: 'orders', ...asked }, ANSWER_LIMIT_MS)
    })
    const shown = orders.map(({ providerId, ...order }) => ({
      ...order,
      providerName: providerId === null ? null : (this.#providerNames.get(providerId) ?? providerId),
    }))
    return { orders: shown, next }
  }

  /**
   * Decides to import: into the outbox with it, all or nothing. It is compared once more before; `changed` names the
   * places of orders on record that take over what the file says.
   * @throws ImportRefused, DecisionRefused, DecisionNotAllowed
   */
  async apply(context: QueryContext, changed: readonly number[]): Promise<OutboxRow> {
    const file = await this.#file()
    if (file.kind === 'refused') throw new ImportRefused('not-read', file.reason)
    return this.#turns.run(async () => {
      const standing = await this.#standing(context)
      const { clock, random } = this.#setting
      const chances = Array.from({ length: CHANCES }, random)
      const packed = await this.#thread.ask<'pack'>(
        { kind: 'pack', now: clock.now(), chances, changed },
        ANSWER_LIMIT_MS,
      )
      if (packed.added + packed.changed === 0) throw new ImportRefused('barred', 'nothing-new')
      const said: CommandArguments<'order.import'> = {
        file: this.#head(file, standing, packed.changed),
        ...packed,
      }
      return context.workspace.outbox.enqueue({
        type: 'order.import',
        recordId: this.id,
        expectedVersion: NOT_YET_THERE,
        seenDigest: null,
        arguments: said,
      })
    })
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  #begin(context: QueryContext): Promise<OrderFileFacts> {
    const reading = this.#turns.run(async () => {
      this.#progress.tell(progressOf('reading'))
      this.#compared = null
      const { providerNames, ...names } = orderNames(context, this.#marketplace)
      this.#providerNames = providerNames
      const mappings = ORDER_MAPPINGS.list(context.workspace.journal).map(({ mapping }) => mapping)
      const file = await this.#thread.ask<'read'>(
        { kind: 'read', mappings, names, now: context.now },
        readingLimit(this.#bytes),
      )
      if (file.kind === 'read') await this.#standing(context, file.orders)
      this.#progress.tell(progressOf('ready'))
      return file
    })
    // Whoever waits for it is told; nobody may.
    reading.catch(() => undefined)
    return reading
  }

  /** Holds all orders against the copy, unless nothing in it has moved since. */
  async #standing(context: QueryContext, orders?: number): Promise<OrderStanding> {
    const stamp = context.counts.stamp()
    if (this.#compared?.stamp === stamp) return this.#compared.standing
    for (let first = 0; ; first += ROWS_AT_ONCE) {
      if (orders !== undefined) this.#progress.tell(progressOf('comparing', first, orders))
      const rows = await this.#thread.ask<'rows'>(
        { kind: 'rows', after: first, limit: ROWS_AT_ONCE },
        ANSWER_LIMIT_MS,
      )
      if (rows.length === 0) break
      const verdicts = judgeOrders(context, this.#marketplace, rows)
      await this.#thread.ask<'judge'>({ kind: 'judge', first, verdicts }, ANSWER_LIMIT_MS)
      await yieldToQueries()
    }
    const standing = await this.#thread.ask<'standing'>({ kind: 'standing' }, ANSWER_LIMIT_MS)
    this.#compared = { stamp, standing }
    return standing
  }

  #head(
    { fileHash, encoding, undecodable, orders, skipped }: Extract<OrderFileFacts, { kind: 'read' }>,
    { counts }: OrderStanding,
    changed: number,
  ): OrderFileHead {
    return {
      marketplace: this.#marketplace,
      fileName: this.#fileName,
      fileHash,
      encoding,
      undecodable,
      orders,
      known: counts.known,
      left: counts.differs + counts.settled + counts.incomplete - changed,
      skipped,
    }
  }

  #barred(context: QueryContext, { counts }: OrderStanding): 'nothing-new' | 'not-allowed' | null {
    if (!mayCommand(context.workspace.account.roles, 'order.import')) return 'not-allowed'
    return counts.new + counts.differs === 0 ? 'nothing-new' : null
  }

  /** What was read, once it is. */
  async #file(): Promise<OrderFileFacts> {
    if (this.#reading === null) throw new ImportRefused('not-read', 'the file has to be read first')
    return this.#reading
  }
}

/** Some ten times what intact files take: two minutes, and 3 s for each MiB. */
function readingLimit(bytes: number): number {
  return 120_000 + (bytes / 1024 / 1024) * 3000
}
