import { Worker } from 'node:worker_threads'
import type { z } from 'zod'
import type { beginBookInput, begunBookSchema } from '#shared/contracts/console-engine/settlement-book.ts'
import { BadInput } from '../bad-input.ts'
import type { Engine } from '../engine.ts'
import { type ImportSetting, OpenFiles } from '../imports/open-files.ts'
import { QuestionThread } from '../imports/question-thread.ts'
import { listMarketplaces } from '../queries/marketplaces.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import { keepRun } from './book-history.ts'
import type { BookQuestion } from './book-question.ts'
import type { BookAnswers, BookJob, BookPiece, NextPiece } from './book-questions.ts'

/** JavaScript heap of the thread in MiB: some times what a million orders take. */
const HEAP_LIMIT_MEBIBYTES = 1024
/** For one piece; the first finds the statements. */
const PIECE_LIMIT_MS = 120_000

type BeginBook = z.infer<typeof beginBookInput>

/** One settlement workbook that is being made in a thread, as fast as its pieces are taken. */
class OpenBook {
  readonly asked: BeginBook
  readonly fileName: string
  readonly #thread: QuestionThread<BookAnswers, NextPiece>

  constructor(job: BookJob, asked: BeginBook, fileName: string) {
    this.asked = asked
    this.fileName = fileName
    // The bundler knows this form and bundles the worker beside the program.
    const worker = new Worker(new URL('./settlement-book-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MEBIBYTES },
    })
    this.#thread = new QuestionThread(worker)
  }

  /** @throws ImportRefused `gave-out` where the thread was ended. */
  next(): Promise<BookPiece> {
    return this.#thread.ask({ kind: 'next' }, PIECE_LIMIT_MS)
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}

/** The settlement workbooks of one person on their way out. Nothing of them is on disk. */
export class SettlementBooks extends OpenFiles<OpenBook> {
  /** Begins a file; its pieces are asked for one after the other. @throws BadInput while the copy is not complete */
  async begin(context: QueryContext, asked: BeginBook): Promise<z.infer<typeof begunBookSchema>> {
    const { cache } = context.workspace
    if (readPosition(cache.sql)?.phase !== 'complete') {
      throw new BadInput('the copy is not complete yet: wait until it is, then export again')
    }
    const auditHead = await context.workspace.auditHead()
    const job = {
      ...{ reader: cache.reader, format: asked.format },
      question: { ...questionOf(context, asked), auditHead },
    }
    const file = fileOf(asked, context.today)
    const exportId = await this.keep(context, () => new OpenBook(job, asked, file.fileName))
    return { exportId, ...file }
  }

  /** The next piece; with the last the file is forgotten, and kept in the history. */
  async next(context: QueryContext, exportId: string): Promise<BookPiece> {
    const book = this.find(context, exportId)
    try {
      const piece = await book.next()
      if (piece.whole === null) return piece
      const { account, journal } = context.workspace
      const { asked, fileName } = book
      keepRun(journal, { at: context.now, byName: account.name, fileName, ...asked, ...piece.whole })
      await this.cancel(exportId)
      return piece
    } catch (error) {
      await this.cancel(exportId)
      throw error
    }
  }
}

/** The workbooks of an engine; those of somebody who signs out are given up. */
export function openSettlementBooks(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
  random: ImportSetting['random'] = Math.random,
): SettlementBooks {
  const books = new SettlementBooks({ clock: engine.clock, random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void books.keepOnly(engine.workspace())
  })
  return books
}

function questionOf(context: QueryContext, { filter, language }: BeginBook): Omit<BookQuestion, 'auditHead'> {
  const named = listMarketplaces(context.packs, context.today)
  return {
    ...{ filter, language, at: context.now, byName: context.workspace.account.name },
    names: Object.fromEntries(
      named.map(({ key, name, categories }) => [
        key,
        {
          name: name[language],
          categories: Object.fromEntries(categories.map((each) => [each.id, each.name[language]])),
        },
      ]),
    ),
  }
}

/** `settlement-kubesphere-2026-10.xlsx`, or by the day where it is about several. */
function fileOf({ filter, format }: BeginBook, today: string): { fileName: string; mediaType: string } {
  const only = (values: readonly string[]) => (values.length === 1 ? `-${values[0]}` : '')
  const month = filter.months.length === 1 ? only(filter.months) : `-${today}`
  const stem = `settlement-workbook${only(filter.marketplaces)}${month}`
  switch (format) {
    case 'xlsx':
      return {
        fileName: `${stem}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }
    case 'csv':
      return { fileName: `${stem}.csv`, mediaType: 'text/csv;charset=utf-8' }
    case 'csv-gb18030':
      return { fileName: `${stem}.csv`, mediaType: 'text/csv;charset=gb18030' }
  }
}
