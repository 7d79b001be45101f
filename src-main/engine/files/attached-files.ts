import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, lt, notInArray, sum } from 'drizzle-orm'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import {
  type Attachment,
  attachmentSchema,
  hashesIn,
} from '#shared/contracts/console-platform/records/attachment.ts'
import { BadInput } from '../bad-input.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { attachedFile } from '../storage/journal/schema.ts'
import { readIfThere, writePrivateFile } from '../storage/keys/private-file.ts'
import type { Clock } from '../time/clock.ts'
import { instantAfter } from '../time/instant.ts'
import { fileNameOf, mediaTypeOf } from './file-name.ts'
import { open, seal } from './sealed-bytes.ts'

const DAY_MS = 24 * 60 * 60_000
/** How long a file waits for a decision that names it: a form may lie half written for so long. */
const KEPT_DAYS = 30
/** The platform is believed to have what it took so long ago; it keeps what nobody named for thirty days. */
const GIVEN_DAYS = 7
/** Bytes of attached files on this computer. */
const KEPT_LIMIT_BYTES = 64 * FILE_LIMIT_BYTES

/**
 * Files a person attached to a decision. They exist nowhere else until the platform has them: sealed like the journal, on
 * disk before an attachment is answered, and given to the platform before the decision that names them.
 */
export interface AttachedFiles {
  /** Keeps a file and answers what a decision names it by. @throws BadInput of an empty or too large one. */
  keep(file: {
    readonly name: string
    readonly type: string
    readonly bytes: Uint8Array
  }): Promise<Attachment>
  /** Whether a file is here, or the platform took it from here. */
  has(hash: string): boolean
  /** The bytes of a file that was attached here; null where it was not, or they are damaged. */
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Gives the platform every file that a decision names and that it has not had lately. @throws PlatformFailure */
  give(named: unknown): Promise<void>
  /** The platform misses files that a decision names: they are given anew. */
  giveAgain(named: unknown): void
}

export interface AttachedFilesSetting {
  readonly folder: string
  readonly key: Uint8Array
  readonly journal: Journal
  readonly client: Pick<PlatformClient, 'giveFile'>
  readonly clock: Clock
}

export function createAttachedFiles(setting: AttachedFilesSetting): AttachedFiles {
  const { folder, key, journal, client, clock } = setting
  const { sha256, bytes: size } = attachedFile
  const giving = new Map<string, Promise<void>>()

  const rowOf = (hash: string) =>
    journal.rows.select().from(attachedFile).where(eq(sha256, hash)).get() ?? null

  async function read(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    if (rowOf(hash) === null) return null
    const sealed = await readIfThere(join(folder, hash))
    return sealed === null ? null : open(sealed, key, hash)
  }

  /** A file that is not here any more is left to the platform, which says so if it does not have it either. */
  async function giveOne(hash: string): Promise<void> {
    const row = rowOf(hash)
    const isGiven = row?.givenAt != null && Date.parse(row.givenAt) > clock.now() - GIVEN_DAYS * DAY_MS
    if (row === null || isGiven) return
    const bytes = await read(hash)
    if (bytes === null) return
    await client.giveFile(hash, bytes)
    journal.rows
      .update(attachedFile)
      .set({ givenAt: instantAfter(clock) })
      .where(eq(sha256, hash))
      .run()
  }

  return {
    keep: async ({ name, type, bytes }) => {
      if (bytes.byteLength === 0) throw new BadInput('the file is empty')
      if (bytes.byteLength > FILE_LIMIT_BYTES) throw new BadInput('the file is too large')
      const [kept] = journal.rows
        .select({ bytes: sum(size) })
        .from(attachedFile)
        .all()
      if (Number(kept?.bytes ?? 0) + bytes.byteLength > KEPT_LIMIT_BYTES) {
        throw new BadInput('too many attached files wait on this computer')
      }
      const hash = createHash('sha256').update(bytes).digest('hex')
      const attachment = attachmentSchema.parse({
        sha256: hash,
        name: fileNameOf(name),
        size: bytes.byteLength,
        type: mediaTypeOf(type),
      })
      // The bytes first: a row whose file is not there yet would promise what a crash takes.
      await writePrivateFile(join(folder, hash), seal(bytes, key, hash))
      const attachedAt = instantAfter(clock)
      journal.rows
        .insert(attachedFile)
        .values({ sha256: hash, bytes: bytes.byteLength, attachedAt, givenAt: null })
        .onConflictDoUpdate({ target: sha256, set: { attachedAt } })
        .run()
      return attachment
    },
    has: (hash) => rowOf(hash) !== null,
    read,
    give: async (named) => {
      for (const hash of hashesIn(named)) {
        const running = giving.get(hash) ?? giveOne(hash).finally(() => giving.delete(hash))
        giving.set(hash, running)
        await running
      }
    },
    giveAgain: (named) => {
      for (const hash of hashesIn(named)) {
        journal.rows.update(attachedFile).set({ givenAt: null }).where(eq(sha256, hash)).run()
      }
    },
  }
}

/**
 * Drops the attached files that no stored decision names and that were attached long ago, and what a crash left beside
 * them. `decisions`: the arguments of those stored, as JSON.
 */
export async function sweepAttached(
  { folder, journal, clock }: Pick<AttachedFilesSetting, 'folder' | 'journal' | 'clock'>,
  decisions: readonly string[],
): Promise<void> {
  const named = [...new Set(decisions.flatMap((text) => hashesIn(JSON.parse(text))))]
  const { sha256, attachedAt } = attachedFile
  const isOld = lt(attachedAt, new Date(clock.now() - KEPT_DAYS * DAY_MS).toISOString())
  journal.rows
    .delete(attachedFile)
    .where(and(isOld, notInArray(sha256, named)))
    .run()
  const left = journal.rows.select({ sha256 }).from(attachedFile).all()
  const kept = new Set(left.map((row) => row.sha256))
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) if (!kept.has(name)) await rm(join(folder, name), { force: true })
}
