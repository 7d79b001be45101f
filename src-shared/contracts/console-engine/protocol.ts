/**
 * Version of the console-engine contract; page and engine are built together, tests hold the hash.
 * 1: review of applications and listings, providers, sync.
 * 2: the deposit register.
 * 3: import of bank statements, the workbench, receipts and refunds, reconciliation reports.
 * 4: steps, decisions and changed fields as typed values; commands in the order of their sheets; lists read from
 *    any place.
 */
export const ENGINE_CONTRACT_VERSION = 4
/** Most rows of one window of a table. */
export const WINDOW_LIMIT = 200
