import { Worker } from 'node:worker_threads'
import type { Grid } from '#shared/bank-statements/table/grid.ts'
import { endingOf } from '../worker-ending.ts'

interface DecodeLimits {
  readonly timeLimitMilliseconds?: number
  /** JavaScript heap of the worker, in MiB. */
  readonly heapLimitMebibytes?: number
}

/**
 * The sheets of a workbook, opened in a thread of its own, which is ended when it takes too long for its size or too
 * much memory (2 GiB): torn legacy workbooks can send the library round in circles. Null where it cannot be opened.
 */
export async function decodeWorkbook(
  source: Uint8Array | string,
  limits: DecodeLimits = {},
): Promise<readonly Grid[] | null> {
  const { timeLimitMilliseconds = timeLimitFor(source), heapLimitMebibytes = 2048 } = limits
  // The bundler knows this form and bundles the worker beside the program.
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMebibytes },
    // The library prints what it does not know; that is not for our user.
    stdout: true,
    stderr: true,
  })
  const ending = await endingOf(worker, 'workbook', timeLimitMilliseconds)
  // The worker answers with grids, or null.
  return typeof ending === 'string' ? null : (ending.message as readonly Grid[] | null)
}

/** Some ten times what intact workbooks take: 20 s, and 3 s for each MiB. */
function timeLimitFor({ length }: Uint8Array | string): number {
  return 20_000 + (length / 1024 / 1024) * 3000
}
