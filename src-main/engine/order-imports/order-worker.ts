import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { decodeWorkbook } from '../imports/decode-workbook.ts'
import type { AnswerMessage } from '../imports/question-thread.ts'
import type { OrderAnswers, ToOrderThread } from './order-questions.ts'
import { OrderSession } from './order-session.ts'

/** The thread in which a file of orders of unknown origin is read and kept until it is imported or given up. */
assert(parentPort !== null, 'the order worker runs as a worker thread')
const port = parentPort
const tell = (message: AnswerMessage<OrderAnswers>) => port.postMessage(message)
const session = new OrderSession(decodeWorkbook)

port.on('message', (message: ToOrderThread) => {
  if (message.kind === 'piece') {
    session.add(message.bytes)
    return
  }
  const { id, question } = message
  session.answer(question).then(
    (answer) => tell({ kind: 'answer', id, answer }),
    (error: unknown) =>
      tell({ kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) }),
  )
})
