import type { Names } from '#shared/values/description.ts'

/** A desk that knows nobody and nothing by name: ids stand for them. */
export const NOBODY_KNOWN: Names = {
  person: () => null,
  record: () => null,
  marketplace: () => null,
  entry: () => null,
}
