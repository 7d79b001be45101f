import { parentPort } from 'node:worker_threads'
import { assert } from '#shared/base/assert.ts'
import { decodeWorkbook } from './decode-workbook.ts'
import type { FromThread, ToThread } from './statement-questions.ts'
import { StatementSession } from './statement-session.ts'

/** The thread in which a bank's file of unknown origin is read and kept until it is imported or given up. */
assert(parentPort !== null, 'the statement worker runs as a worker thread')
const port = parentPort
const tell = (message: FromThread) => port.postMessage(message)
const session = new StatementSession(decodeWorkbook, (sections, of) => tell({ kind: 'told', sections, of }))

port.on('message', (message: ToThread) => {
  if (message.kind === 'piece') session.add(message.bytes)
  else if (message.kind === 'known') session.know(message.section, message.names, message.lines)
  else {
    const { id, question } = message
    session.answer(question).then(
      (answer) => tell({ kind: 'answer', id, answer }),
      (error: unknown) =>
        tell({ kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) }),
    )
  }
})
