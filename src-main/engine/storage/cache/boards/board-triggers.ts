import { BOARD_SOURCES, BOARDS, type Board, dayOf, FACETS, facetsOf } from './board-sources.ts'

/** The tables of the boards; `board_change` is what has changed since the chunks were written, `board_made` is empty until they are. */
export const BOARD_TABLES = `
  CREATE TABLE board_member (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
  CREATE TABLE board_facet (
    number INTEGER PRIMARY KEY, board TEXT NOT NULL,
    ${FACETS.map((facet) => `${facet} TEXT NOT NULL`).join(', ')},
    UNIQUE (board, ${FACETS.join(', ')}));
  CREATE TABLE board_chunk (
    board TEXT NOT NULL, month TEXT NOT NULL, stamp TEXT NOT NULL, rows BLOB NOT NULL,
    PRIMARY KEY (board, month));
  CREATE TABLE board_change (
    id INTEGER PRIMARY KEY, board TEXT NOT NULL, sign INTEGER NOT NULL, day TEXT NOT NULL, facet INTEGER NOT NULL,
    first INTEGER NOT NULL, second INTEGER NOT NULL, amount INTEGER NOT NULL);
  CREATE INDEX board_change_by_day ON board_change (board, day);
  CREATE TABLE board_made (stamp TEXT NOT NULL);`

/** Another with each writing of what bears it, so that what was read of it before is known to be old. */
export const NEW_STAMP = 'lower(hex(randomblob(8)))'

export const EMPTY_BOARDS = ['made', 'member', 'facet', 'chunk', 'change']
  .map((table) => `DELETE FROM board_${table};`)
  .join(' ')

/** Notes what the boards lose and gain with each row that is written: chunks are changed later, many rows at once. */
export const BOARD_TRIGGERS: readonly string[] = BOARDS.flatMap((board) => {
  const { table } = BOARD_SOURCES[board]
  const all = (row: string) => `(${changing(board, row)})`
  return [
    `CREATE TRIGGER IF NOT EXISTS ${table}_on_board AFTER INSERT ON ${table} BEGIN
       ${numbered(board)} ${noted(board, 'new', 1)} END;`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_off_board AFTER DELETE ON ${table} BEGIN
       ${noted(board, 'old', -1)} END;`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_moved_on_board AFTER UPDATE ON ${table}
       WHEN ${all('new')} IS NOT ${all('old')} BEGIN
       ${noted(board, 'old', -1)} ${numbered(board)} ${noted(board, 'new', 1)} END;`,
  ]
})

/** All of a row that a board looks at. */
function changing(board: Board, row: string): string {
  const { members, amount } = BOARD_SOURCES[board]
  return [
    dayOf(board, row),
    facetsOf(board, row),
    ...members.map(({ id }) => id(row)),
    ...(amount === null ? [] : [amount(row)]),
  ].join(', ')
}

/** Gives what a new row names its numbers. An upsert that fires the trigger would make `OR IGNORE` an error. */
function numbered(board: Board): string {
  const members = BOARD_SOURCES[board].members.map(
    ({ prefix, id }) =>
      `INSERT INTO board_member(id) VALUES ('${prefix}' || ${id('new')}) ON CONFLICT DO NOTHING;`,
  )
  return `${members.join(' ')}
    INSERT INTO board_facet(board, ${FACETS.join(', ')}) VALUES ('${board}', ${facetsOf(board, 'new')})
      ON CONFLICT DO NOTHING;`
}

function noted(board: Board, row: 'old' | 'new', sign: 1 | -1): string {
  const { members, amount } = BOARD_SOURCES[board]
  const [first = '0', second = '0'] = members.map(
    ({ prefix, id }) => `(SELECT number FROM board_member WHERE id = '${prefix}' || ${id(row)})`,
  )
  return `INSERT INTO board_change(board, sign, day, facet, first, second, amount)
    VALUES ('${board}', ${sign}, ${dayOf(board, row)},
      (SELECT number FROM board_facet WHERE board = '${board}' AND (${FACETS.join(', ')}) = (${facetsOf(board, row)})),
      ${first}, ${second}, ${amount === null ? '0' : amount(row)});`
}
