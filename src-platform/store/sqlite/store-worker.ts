import { parentPort, workerData } from 'node:worker_threads'
import Database, { type Statement } from 'better-sqlite3'
import { assert } from '#shared/base/assert.ts'
import { digestOf } from './digest.ts'
import type { Answer, Job, ToWorker } from './store-jobs.ts'

/** The second thread of a store: what it does there nobody waits for. It has a connection of its own. */
assert(parentPort !== null, 'the second thread of a store runs as a worker thread')
const port = parentPort
const database = new Database(String(workerData), { fileMustExist: true })
const queries = new Map<string, Statement>()

port.on('message', ({ id, job }: ToWorker) => {
  if (job === 'close') {
    database.close()
    port.close()
    return
  }
  try {
    port.postMessage({ id, value: answer(job) } satisfies Answer)
  } catch (error) {
    port.postMessage({ id, error } satisfies Answer)
  }
})

function answer(job: Exclude<Job, 'close'>): unknown {
  switch (job.do) {
    case 'checkpoint':
      return database.pragma('wal_checkpoint(PASSIVE)')
    case 'read':
      return query(job.sql).all(job.bindings)
    case 'digest':
      // One transaction: position and records are of the same moment.
      return database.transaction(() => digestOf(database, job.kinds, job.audience))()
  }
}

/** The prepared statement of a SQL text, prepared once. */
function query(sql: string): Statement {
  const known = queries.get(sql)
  if (known !== undefined) return known
  const prepared = database.prepare(sql)
  queries.set(sql, prepared)
  return prepared
}
