import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { decodeWorkbook } from '../imports/decode-workbook.ts'
import type { AnswerMessage } from '../imports/question-thread.ts'
import type { InvoiceAnswers, ToInvoiceThread } from './invoice-questions.ts'
import { readInvoiceFile } from './read-invoice-file.ts'

/** The thread in which files of unknown origin are read as invoices, one after the other. */
assert(parentPort !== null, 'the invoice worker runs as a worker thread')
const port = parentPort
const tell = (message: AnswerMessage<InvoiceAnswers>) => port.postMessage(message)

port.on('message', ({ id, question }: ToInvoiceThread) => {
  readInvoiceFile(question.bytes, decodeWorkbook).then(
    (answer) => tell({ kind: 'answer', id, answer }),
    (error: unknown) =>
      tell({ kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) }),
  )
})
