/** The month an order is settled in by a committed statement, by order: what `settled_orders` says, turned round. */
const said = (row: string) =>
  `SELECT value, ${row}.month, ${row}.id FROM json_each(${row}.body, '$.orderIds') WHERE ${row}.status = 'committed'`
const INTO = 'INSERT OR REPLACE INTO settled_order(orderId, month, partId)'
const forget = `DELETE FROM settled_order
  WHERE orderId IN (SELECT value FROM json_each(old.body, '$.orderIds')) AND partId = old.id;`

/** Fills it from all that has come in, and keeps it so from then on by triggers. */
export const BUILD_SETTLED: readonly string[] = [
  'DELETE FROM settled_order;',
  `${INTO} SELECT each.value, s.month, s.id FROM settled_orders s, json_each(s.body, '$.orderIds') each
     WHERE s.status = 'committed';`,
  `CREATE TRIGGER IF NOT EXISTS settled_orders_came AFTER INSERT ON settled_orders BEGIN
     ${INTO} ${said('new')}; END;`,
  `CREATE TRIGGER IF NOT EXISTS settled_orders_went AFTER DELETE ON settled_orders BEGIN ${forget} END;`,
  `CREATE TRIGGER IF NOT EXISTS settled_orders_changed AFTER UPDATE ON settled_orders BEGIN
     ${forget} ${INTO} ${said('new')}; END;`,
]

/** Empties it; the triggers go with the indexes. */
export const FORGET_SETTLED = 'DELETE FROM settled_order;'
