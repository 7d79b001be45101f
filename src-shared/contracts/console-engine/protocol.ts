/** Version of the console-engine contract; page and engine are built together, tests hold the hash. */
export const ENGINE_CONTRACT_VERSION = 1
/** Most rows of one window of a table. */
export const WINDOW_LIMIT = 200
