/** What the boards add up: subscriptions and clusters by whom, orders by how much. */
export const BOARDS = ['subscription', 'cluster', 'order'] as const
export type Board = (typeof BOARDS)[number]

/** By what the rows of a board are told apart; `detail` is the plan, the version, or whether an order pays or refunds. */
export const FACETS = ['marketplace', 'providerId', 'listingId', 'detail', 'status'] as const
export type Facet = (typeof FACETS)[number]

interface BoardSource {
  readonly table: string
  /** The column with the instant a row counts at. */
  readonly at: string
  /** SQL of a facet of the row `r`. */
  readonly facets: Readonly<Record<Facet, (row: string) => string>>
  /** SQL of ids a row counts for, each in the numbering of its prefix. */
  readonly members: readonly { readonly prefix: string; readonly id: (row: string) => string }[]
  /** SQL of the fen of a row; null where its members are counted. */
  readonly amount: ((row: string) => string) | null
}

const column = (name: string) => (row: string) => `${row}.${name}`
const user = { prefix: 'u ', id: column('userId') }

export const BOARD_SOURCES: Readonly<Record<Board, BoardSource>> = {
  subscription: {
    table: 'subscription',
    at: 'subscribedAt',
    facets: {
      marketplace: column('marketplace'),
      providerId: column('providerId'),
      listingId: column('listingId'),
      detail: column('plan'),
      status: column('status'),
    },
    members: [user],
    amount: null,
  },
  cluster: {
    table: 'cluster',
    at: 'installedAt',
    facets: {
      marketplace: column('marketplace'),
      providerId: column('providerId'),
      listingId: column('listingId'),
      detail: column('packageVersion'),
      status: column('status'),
    },
    members: [user, { prefix: 'c ', id: column('clusterId') }],
    amount: null,
  },
  order: {
    table: 'market_order',
    at: 'paidAt',
    facets: {
      marketplace: column('marketplace'),
      providerId: column('providerId'),
      listingId: (row) => `ifnull(${row}.body ->> 'listingId', '')`,
      detail: (row) => `CASE ${row}.kind WHEN 'refund' THEN 'refund' ELSE 'paid' END`,
      status: () => `''`,
    },
    members: [],
    amount: column('cash'),
  },
}

/** The day in Beijing a row counts at, as SQL. */
export function dayOf(board: Board, row: string): string {
  return `date(${row}.${BOARD_SOURCES[board].at}, '+8 hours')`
}

/** The facets of a row, as a list in SQL. */
export function facetsOf(board: Board, row: string): string {
  return FACETS.map((facet) => BOARD_SOURCES[board].facets[facet](row)).join(', ')
}
