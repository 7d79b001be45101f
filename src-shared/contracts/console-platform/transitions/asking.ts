import type { RecordKind, RecordOf } from '../records/record-kinds.ts'

/** A record by its name. */
export interface RecordName {
  readonly kind: RecordKind
  readonly id: string
}

/**
 * Work that asks for records by name while it goes on, and so says in one place what it reads: a console answers from
 * its cache with pending decisions laid over, the platform from its transaction.
 */
export type Asking<Result> = Generator<RecordName, Result, RecordOf[RecordKind] | null>

/** Reads a record; null where there is none. */
export type Read = <K extends RecordKind>(kind: K, id: string) => RecordOf[K] | null
/** What reads records from elsewhere. */
export interface RecordReader {
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null>
}

/** Asks for one record. */
export function* ask<K extends RecordKind>(kind: K, id: string): Asking<RecordOf[K] | null> {
  // Who answers has read the record of that kind.
  return (yield { kind, id }) as RecordOf[K] | null
}

/** Asks for records of a kind; gives those that are there, by id. */
export function* askAll<K extends RecordKind>(
  kind: K,
  ids: Iterable<string>,
): Asking<ReadonlyMap<string, RecordOf[K]>> {
  const found = new Map<string, RecordOf[K]>()
  for (const id of new Set(ids)) {
    const record = yield* ask(kind, id)
    if (record !== null) found.set(id, record)
  }
  return found
}

/** Answers from records at hand. */
export function answered<Result>(asking: Asking<Result>, read: Read): Result {
  let step = asking.next()
  while (!step.done) step = asking.next(read(step.value.kind, step.value.id))
  return step.value
}

/** Answers from a store. */
export async function answeredFrom<Result>(asking: Asking<Result>, reader: RecordReader): Promise<Result> {
  let step = asking.next()
  while (!step.done) step = asking.next(await reader.get(step.value.kind, step.value.id))
  return step.value
}
