import { type ColumnMapping, columnMappingSchema, mappedLayout } from '#shared/bank-statements/mapping.ts'
import type { Instant } from '#shared/base/ids.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { KeptMappings } from './kept-mappings.ts'

/** Column mappings of statements drawn up on this computer. */
export const STATEMENT_MAPPINGS = new KeptMappings('column_mapping', columnMappingSchema)

/** Keeps a mapping under the signature of its header row, instead of the one before. @throws ImportRefused */
export function keepMapping(journal: Pick<Journal, 'sql'>, mapping: ColumnMapping, savedAt: Instant): string {
  const { signature } = mappedLayout(mapping)
  STATEMENT_MAPPINGS.keep(journal, signature, mapping, savedAt)
  return signature
}
