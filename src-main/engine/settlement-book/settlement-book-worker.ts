import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import type { AnswerMessage } from '../imports/question-thread.ts'
import { bookPieces } from './book-pieces.ts'
import type { BookAnswers, BookJob, NextPiece } from './book-questions.ts'

/** The thread in which one settlement workbook is made, a piece for each that is asked for. */
assert(parentPort !== null, 'the settlement book worker runs as a worker thread')
const port = parentPort
// What the engine begins it with.
const pieces = bookPieces(workerData as BookJob)

port.on('message', async ({ id }: { readonly id: number; readonly question: NextPiece }) => {
  const tell = (message: AnswerMessage<BookAnswers>, moved: ArrayBuffer[] = []) =>
    port.postMessage(message, moved)
  try {
    const { value } = await pieces.next()
    assert(value !== undefined, 'no piece is asked for after the last')
    tell({ kind: 'answer', id, answer: value }, [value.bytes.buffer])
  } catch (error) {
    tell({ kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) })
  }
})
