import { z } from 'zod'
import { canonicalHash } from '#node/canonical-hash.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { type Judging, shownFor } from '#shared/contracts/console-platform/seen.ts'
import { answered, type Records } from '#shared/contracts/console-platform/transitions/asking.ts'

/** A record that is on the screen beside the one that is decided about. */
export type BesideRecord = {
  readonly [K in RecordKind]: { readonly kind: K; readonly record: RecordOf[K] }
}[RecordKind]

/** What a decision is taken from besides its own record. */
export interface Beside {
  /** Version of the pack it is judged by; null where none is in force, or none judges it. */
  readonly pack: string | null
  readonly records: readonly BesideRecord[]
}

/** What is shown to who decides about a record: its digest, and what stands beside the record. */
export function whatIsShown<K extends DecidedKind>(
  kind: K,
  record: RecordOf[K],
  judging: Judging,
  records: Records,
): { readonly digest: string; readonly beside: Beside } {
  const read: BesideRecord[] = []
  const note = <Of extends RecordKind>(of: Of, found: RecordOf[Of]) => {
    // The kind that was asked for is the kind of the answer.
    read.push({ kind: of, record: found } as BesideRecord)
  }
  const noting: Records = {
    get: (of, id) => {
      const found = records.get(of, id)
      if (found !== null) note(of, found)
      return found
    },
    ofProvider: (of, marketplace, providerId) => {
      const found = records.ofProvider(of, marketplace, providerId)
      for (const each of found) note(of, each)
      return found
    },
  }
  const shown = answered(shownFor(kind, record, judging), noting)
  const pack = typeof shown.pack === 'string' ? shown.pack : null
  return { digest: canonicalHash(shown), beside: { pack, records: read } }
}

/** Longest text of what was shown that the journal keeps, in characters. */
const MAX_KEPT = 256 * 1024

const keptSchema = z.object({
  pack: z.string().nullable(),
  /** Null where they were too long to keep. */
  records: z.array(z.object({ kind: recordKindSchema, record: z.unknown() })).nullable(),
})

/** As the journal keeps it: JSON, without the records where they are too long. */
export function keptBeside(beside: Beside): string {
  const whole = JSON.stringify(beside)
  return whole.length <= MAX_KEPT ? whole : JSON.stringify({ ...beside, records: null })
}

/** What the journal kept; `unreadable` where another program wrote it, whose records were others. */
export function readBeside(json: string): Beside | 'too-large' | 'unreadable' {
  const kept = keptSchema.safeParse(JSON.parse(json))
  if (!kept.success) return 'unreadable'
  const { pack, records } = kept.data
  if (records === null) return 'too-large'
  const read = records.flatMap(({ kind, record }): BesideRecord[] => {
    const parsed = RECORD_KINDS[kind].schema.safeParse(record)
    // The schema is that of the kind.
    return parsed.success ? [{ kind, record: parsed.data } as BesideRecord] : []
  })
  return read.length === records.length ? { pack, records: read } : 'unreadable'
}
