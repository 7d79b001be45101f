/** Where a file lives, and what a file there may import besides its own room. */
interface Room {
  readonly folder: string
  readonly mayImport: readonly string[]
}

const BASE = 'src-shared/base/'
const MONEY = 'src-shared/money/'
const CALENDAR = 'src-shared/calendar/'
const VALUES = 'src-shared/values/'
const POLICY = 'src-shared/policy/'
const BANK_STATEMENTS = 'src-shared/bank-statements/'
const INVOICES = 'src-shared/invoices/'
const RULES = 'src-shared/rules/'
const PAYMENTS = 'src-shared/payments/'
const CONTRACTS = 'src-shared/contracts/'
const WORDS = 'src-shared/words/'
const DESCRIPTIONS = 'src-shared/descriptions/'
const NODE = 'src-node/'
const ENGINE = 'src-main/engine/'
const SHARED = [
  BASE,
  MONEY,
  CALENDAR,
  VALUES,
  POLICY,
  BANK_STATEMENTS,
  INVOICES,
  RULES,
  PAYMENTS,
  CONTRACTS,
  WORDS,
  DESCRIPTIONS,
]

/** In the order of the house: what stands further down may import what stands further up, as it says. */
const ROOMS: readonly Room[] = [
  { folder: BASE, mayImport: [] },
  { folder: MONEY, mayImport: [BASE] },
  { folder: CALENDAR, mayImport: [BASE] },
  { folder: VALUES, mayImport: [BASE, MONEY, CALENDAR] },
  { folder: POLICY, mayImport: [BASE, MONEY, CALENDAR, VALUES] },
  { folder: BANK_STATEMENTS, mayImport: [BASE, MONEY, CALENDAR] },
  { folder: INVOICES, mayImport: [BASE, MONEY, CALENDAR, BANK_STATEMENTS] },
  { folder: RULES, mayImport: [BASE, MONEY, CALENDAR, VALUES, POLICY, BANK_STATEMENTS, INVOICES] },
  { folder: PAYMENTS, mayImport: [BASE, MONEY, CALENDAR, BANK_STATEMENTS, RULES] },
  {
    folder: CONTRACTS,
    mayImport: [BASE, MONEY, CALENDAR, VALUES, POLICY, BANK_STATEMENTS, INVOICES, RULES, PAYMENTS],
  },
  { folder: WORDS, mayImport: [BASE, RULES, PAYMENTS, CONTRACTS] },
  { folder: DESCRIPTIONS, mayImport: [BASE, MONEY, VALUES, RULES, PAYMENTS, CONTRACTS, WORDS] },
  { folder: NODE, mayImport: SHARED },
  { folder: ENGINE, mayImport: [...SHARED, NODE] },
  { folder: 'src-main/electron-shell/', mayImport: [...SHARED, NODE, ENGINE] },
  { folder: 'src-main/browser-host/', mayImport: [...SHARED, NODE, ENGINE] },
  { folder: 'src-main/cli/', mayImport: [...SHARED, NODE, ENGINE] },
  { folder: 'src-platform/', mayImport: [...SHARED, NODE] },
  {
    folder: 'src-renderer/',
    mayImport: [
      BASE,
      MONEY,
      CALENDAR,
      VALUES,
      BANK_STATEMENTS,
      INVOICES,
      RULES,
      PAYMENTS,
      CONTRACTS,
      WORDS,
      DESCRIPTIONS,
    ],
  },
  { folder: 'tools/', mayImport: ['src-node/data-folder.ts', 'src-node/instance-lock.ts'] },
  { folder: 'bin/', mayImport: [] },
  { folder: 'test/', mayImport: ['src-', 'tools/'] },
]

export function roomOf(path: string): Room | null {
  return ROOMS.find((room) => path.startsWith(room.folder)) ?? null
}

/** Why `from` may not import `to`; null where it may. */
export function objection(from: string, to: string): string | null {
  const room = roomOf(from)
  if (room === null) {
    return `${from} stands in no room of the house: move it, or give its folder a room in test/architecture/house.ts.`
  }
  const page = pageOf(from)
  if (page !== null && pageOf(to) !== null && page !== pageOf(to)) {
    return `${from} imports ${to}: a page never imports another page; move what both need beside pages/.`
  }
  if (to.startsWith(room.folder) || room.mayImport.some((folder) => to.startsWith(folder))) return null
  return (
    `${from} imports ${to}: ${room.folder} may import only [${room.mayImport.join(', ')}]. ` +
    'Move what both need to the left (src-shared, or src-node if it needs Node), or hand it over as an argument.'
  )
}

function pageOf(path: string): string | null {
  return /^src-renderer\/pages\/([^/]+)\//.exec(path)?.[1] ?? null
}
