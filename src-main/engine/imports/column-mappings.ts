import { type ColumnMapping, columnMappingSchema, mappedLayout } from '#shared/bank-statements/mapping.ts'
import type { Instant } from '#shared/base/ids.ts'
import type { KeptMapping } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { ImportRefused } from './import-refused.ts'

const MAPPINGS_LIMIT = 500

interface MappingRow {
  readonly signature: string
  readonly mapping: string
  readonly savedAt: Instant
}

/** Column mappings drawn up on this computer, newest first. */
export function listMappings({ sql }: Pick<Journal, 'sql'>): KeptMapping[] {
  const rows = sql
    .prepare<[], MappingRow>('SELECT * FROM column_mapping ORDER BY savedAt DESC, signature')
    .all()
  return rows.map((row) => ({ ...row, mapping: columnMappingSchema.parse(JSON.parse(row.mapping)) }))
}

/** Keeps a mapping under the signature of its header row, instead of the one before. @throws ImportRefused */
export function keepMapping({ sql }: Pick<Journal, 'sql'>, mapping: ColumnMapping, savedAt: Instant): string {
  const { signature } = mappedLayout(mapping)
  const others = sql
    .prepare<[string], number>('SELECT count(*) FROM column_mapping WHERE signature <> ?')
    .pluck()
    .get(signature)
  if ((others ?? 0) >= MAPPINGS_LIMIT) {
    throw new ImportRefused(
      'too-many-mappings',
      `${MAPPINGS_LIMIT} are kept: forget one that is not used any more`,
    )
  }
  sql
    .prepare('INSERT OR REPLACE INTO column_mapping (signature, mapping, savedAt) VALUES (?, ?, ?)')
    .run(signature, JSON.stringify(mapping), savedAt)
  return signature
}

/** False where there was none. */
export function forgetMapping({ sql }: Pick<Journal, 'sql'>, signature: string): boolean {
  return sql.prepare('DELETE FROM column_mapping WHERE signature = ?').run(signature).changes > 0
}
