import type Database from 'better-sqlite3'

/** Makes the TEMP tables that hold records as pending decisions will leave them; see overlay/. */
export function createOverlayTables(database: Database.Database): void {
  for (const table of ['application', 'listing_version']) {
    database.exec(`
      CREATE TEMP TABLE overlay_${table} AS SELECT * FROM main.${table} LIMIT 0;
      CREATE UNIQUE INDEX temp.overlay_${table}_id ON overlay_${table}(id);
    `)
  }
}
