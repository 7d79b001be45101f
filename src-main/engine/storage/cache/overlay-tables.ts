import type Database from 'better-sqlite3'

/**
 * Makes the TEMP tables that hold records as pending decisions will leave them, see overlay.ts; lines of imports on
 * their way, see pending-lines.ts; and the deposits as they stand today, see register.ts.
 */
export function createOverlayTables(database: Database.Database): void {
  const like = (table: string, name: string) =>
    database.exec(`
      CREATE TEMP TABLE ${name} AS SELECT * FROM main.${table} LIMIT 0;
      CREATE UNIQUE INDEX temp.${name}_id ON ${name}(id);
    `)
  for (const table of ['application', 'listing_version', 'deposit_obligation', 'bank_account', 'bank_line']) {
    like(table, `overlay_${table}`)
  }
  like('bank_line', 'imported_bank_line')
  database.exec('CREATE INDEX temp.imported_bank_line_order ON imported_bank_line(status, chronology, id)')
  database.exec(`
    CREATE TEMP TABLE deposit_register (
      id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, marketplace TEXT NOT NULL, providerId TEXT NOT NULL,
      name TEXT NOT NULL, category TEXT, amount INTEGER, balance INTEGER NOT NULL, status TEXT NOT NULL,
      settled INTEGER NOT NULL, waivedUntil TEXT, dueOn TEXT, refundableFrom TEXT, provisional INTEGER NOT NULL)
  `)
}
