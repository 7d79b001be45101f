import { FILE_LIMIT_BYTES, GIVEN_FILE_DAYS } from '#shared/contracts/console-platform/protocol.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import { type Refusal, refuse } from '../commands/ruling.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import type { StoreReader } from '../store/store.ts'

const DAY_MS = 24 * 60 * 60_000
const SWEPT_EVERY_MS = 6 * 60 * 60_000
/** Bytes an account may have given that no record names: a thousand invoices, or a few large files. */
const NOT_NAMED_LIMIT_BYTES = 32 * FILE_LIMIT_BYTES

/** An account gave more than it named; what it gave is forgotten by and by. */
export class TooMuchGivenError extends Error {
  override readonly name = 'TooMuchGivenError'
}

/**
 * Keeps the bytes of a hash and notes who gave them: knowing a hash lets nobody name the file, having its bytes does.
 * @throws FileDiffersError, FileTooLargeError, TooMuchGivenError; then nothing is noted.
 */
export async function takeFile(
  platform: Pick<Platform, 'store' | 'files' | 'clock'>,
  account: string,
  fileHash: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { store, files } = platform
  if ((await store.bytesNotNamed(account)) >= NOT_NAMED_LIMIT_BYTES) {
    throw new TooMuchGivenError(`More than ${NOT_NAMED_LIMIT_BYTES} bytes are given and not named.`)
  }
  const size = await files.putStream(fileHash, pieces)
  await store.write((transaction) => transaction.putGivenFile({ account, fileHash, size, at: now(platform) }))
}

/** Why a decision may not name the files it names: each has been given by who decides, and is of that size. */
export async function refuseFiles(
  transaction: StoreReader,
  account: string,
  named: unknown,
): Promise<Refusal | null> {
  for (const { sha256, size, name } of attachmentsIn(named)) {
    const given = await transaction.givenFile(account, sha256)
    if (given?.size !== size) return refuse('file-missing', name)
  }
  return null
}

/** Drops the files that nothing holds on to, some days after they came. */
export async function sweepFiles({
  store,
  files,
  clock,
}: Pick<Platform, 'store' | 'files' | 'clock'>): Promise<number> {
  const before = clock() - GIVEN_FILE_DAYS * DAY_MS
  await store.write((transaction) => transaction.forgetGivenFiles(instantOf(before)))
  return files.sweep(before, (hash) => store.isFileHeld(hash))
}

/** Sweeps now and then, until the answer is called. */
export function sweepByTheClock(platform: Pick<Platform, 'store' | 'files' | 'clock'>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // What fails now is swept the next time.
    running = running.then(() => sweepFiles(platform)).catch(() => undefined)
  }, SWEPT_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
