import type { RecordKind, RecordOf } from '../records/record-kinds.ts'

/** A record by its name, or all of a kind that a provider has, in id order. */
type Wanted =
  | { readonly kind: RecordKind; readonly id: string }
  | { readonly kind: RecordKind; readonly marketplace: string; readonly providerId: string }
type Answer = RecordOf[RecordKind] | readonly RecordOf[RecordKind][] | null

/**
 * Work that asks for records while it goes on, and so says in one place what it reads: a console answers from its cache
 * with pending decisions laid over, the platform from its transaction.
 */
export type Asking<Result> = Generator<Wanted, Result, Answer>

/** Reads a record; null where there is none. */
export type Read = <K extends RecordKind>(kind: K, id: string) => RecordOf[K] | null

/** Records at hand. */
export interface Records {
  readonly get: Read
  /** A provider's records of one kind, in id order. */
  ofProvider<K extends RecordKind>(kind: K, marketplace: string, providerId: string): readonly RecordOf[K][]
}

/** Records in a store. */
export interface RecordReader {
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null>
  ofProvider<K extends RecordKind>(
    kind: K,
    marketplace: string,
    providerId: string,
  ): Promise<readonly RecordOf[K][]>
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

/** Asks for all records of a kind that a provider has. */
export function* askOfProvider<K extends RecordKind>(
  kind: K,
  marketplace: string,
  providerId: string,
): Asking<readonly RecordOf[K][]> {
  // Who answers has read the records of that kind.
  return (yield { kind, marketplace, providerId }) as readonly RecordOf[K][]
}

/** Answers from records at hand. */
export function answered<Result>(asking: Asking<Result>, records: Records): Result {
  let step = asking.next()
  while (!step.done) {
    const { value: wanted } = step
    step = asking.next(
      'id' in wanted
        ? records.get(wanted.kind, wanted.id)
        : records.ofProvider(wanted.kind, wanted.marketplace, wanted.providerId),
    )
  }
  return step.value
}

/** Answers from a store. */
export async function answeredFrom<Result>(asking: Asking<Result>, reader: RecordReader): Promise<Result> {
  let step = asking.next()
  while (!step.done) {
    const { value: wanted } = step
    step = asking.next(
      'id' in wanted
        ? await reader.get(wanted.kind, wanted.id)
        : await reader.ofProvider(wanted.kind, wanted.marketplace, wanted.providerId),
    )
  }
  return step.value
}
