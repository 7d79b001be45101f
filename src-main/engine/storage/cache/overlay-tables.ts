import type Database from 'better-sqlite3'
import { createTableSql, IMPORTED_BANK_LINE, OVERLAY_TABLES } from './record-tables.ts'
import { depositRegister, lineConfidence, supervisedOrder } from './schema.ts'

/**
 * Makes the TEMP tables that hold records as pending decisions will leave them, see overlay.ts; lines of imports on
 * their way, see pending-lines.ts; the deposits as they stand today, see register.ts; how sure matches are, see
 * line-confidence.ts; and whom supervised orders wait for, see supervised-orders.ts.
 */
export function createOverlayTables(database: Database.Database): void {
  for (const table of [
    ...Object.values(OVERLAY_TABLES),
    IMPORTED_BANK_LINE,
    depositRegister,
    lineConfidence,
    supervisedOrder,
  ]) {
    database.exec(createTableSql(table, 'temp'))
  }
  database.exec('CREATE INDEX temp.imported_bank_line_order ON imported_bank_line(status, chronology, id)')
}
