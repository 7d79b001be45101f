import type { z } from 'zod'
import type { Instant } from '#shared/base/ids.ts'
import type { Journal } from '../storage/journal/open-journal.ts'
import { ImportRefused } from './import-refused.ts'

const MAPPINGS_LIMIT = 500

type Sql = Pick<Journal, 'sql'>

interface Kept<Mapping> {
  readonly signature: string
  readonly mapping: Mapping
  readonly savedAt: Instant
}

/** Mappings of columns that people drew up on this computer, in a table of the journal, by the signature of a header row. */
export class KeptMappings<Mapping extends { readonly name: string }> {
  readonly #table: 'column_mapping' | 'order_mapping'
  readonly #schema: z.ZodType<Mapping>

  constructor(table: 'column_mapping' | 'order_mapping', schema: z.ZodType<Mapping>) {
    this.#table = table
    this.#schema = schema
  }

  /** Newest first. */
  list({ sql }: Sql): Kept<Mapping>[] {
    const rows = sql
      .prepare<[], Kept<string>>(`SELECT * FROM ${this.#table} ORDER BY savedAt DESC, signature`)
      .all()
    return rows.map((row) => ({ ...row, mapping: this.#schema.parse(JSON.parse(row.mapping)) }))
  }

  /** Keeps a mapping instead of the one before. @throws ImportRefused */
  keep({ sql }: Sql, signature: string, mapping: Mapping, savedAt: Instant): void {
    const others = sql
      .prepare<[string], number>(`SELECT count(*) FROM ${this.#table} WHERE signature <> ?`)
      .pluck()
      .get(signature)
    if ((others ?? 0) >= MAPPINGS_LIMIT) {
      throw new ImportRefused(
        'too-many-mappings',
        `${MAPPINGS_LIMIT} are kept: forget one that is not used any more`,
      )
    }
    sql
      .prepare(`INSERT OR REPLACE INTO ${this.#table} (signature, mapping, savedAt) VALUES (?, ?, ?)`)
      .run(signature, JSON.stringify(mapping), savedAt)
  }

  /** Gives a mapping another name; when it was drawn up stays. False where there is none. */
  rename({ sql }: Sql, signature: string, name: string): boolean {
    const found = sql
      .prepare<[string], string>(`SELECT mapping FROM ${this.#table} WHERE signature = ?`)
      .pluck()
      .get(signature)
    if (found === undefined) return false
    const mapping = this.#schema.parse({ ...this.#schema.parse(JSON.parse(found)), name })
    sql
      .prepare(`UPDATE ${this.#table} SET mapping = ? WHERE signature = ?`)
      .run(JSON.stringify(mapping), signature)
    return true
  }

  /** False where there was none. */
  forget({ sql }: Sql, signature: string): boolean {
    return sql.prepare(`DELETE FROM ${this.#table} WHERE signature = ?`).run(signature).changes > 0
  }
}
