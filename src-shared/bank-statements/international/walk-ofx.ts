import { decodeReferences, plainMarkup } from './xml-text.ts'

/** The values of one aggregate, by the name of their element in capitals; of several the first. */
export type OfxValues = ReadonlyMap<string, string>

/** One transaction; torn where the file ends inside it. */
export interface OfxTransaction {
  readonly values: OfxValues
  readonly isTorn: boolean
}

export interface OfxStatement {
  readonly head: OfxValues
  readonly account: OfxValues
  readonly ledger: OfxValues
  readonly transactions: readonly OfxTransaction[]
}

interface OpenStatement {
  readonly head: Map<string, string>
  readonly account: Map<string, string>
  readonly ledger: Map<string, string>
  readonly transactions: { values: Map<string, string>; isTorn: boolean }[]
}

const ELEMENT = /<(\/?)([A-Za-z0-9.]{1,40})(?:\s[^<>]{0,200})?(\/?)>([^<]*)/g
const STATEMENTS: ReadonlySet<string> = new Set(['STMTRS', 'CCSTMTRS'])
const ACCOUNTS: ReadonlySet<string> = new Set(['BANKACCTFROM', 'CCACCTFROM'])
/** Aggregates of a statement whose values are not its own. */
const OTHERS: ReadonlySet<string> = new Set(['AVAILBAL', 'BALLIST', 'BAL', 'BANKTRANLIST', 'BANKTRANLISTP'])

/**
 * Walks through the elements of an OFX file, one after the other. Banks leave aggregates open or close them by the name of
 * their sibling: a transaction ends where it is closed or the next one, its list or its statement ends; a statement where
 * either kind of statement is closed or the next begins. `outside`: transactions that stand in no statement.
 */
export function walkOfx(text: string): {
  readonly statements: readonly OfxStatement[]
  readonly outside: readonly OfxValues[]
} {
  const statements: OpenStatement[] = []
  const outside: Map<string, string>[] = []
  let statement: OpenStatement | null = null
  let transaction: { values: Map<string, string>; isTorn: boolean } | null = null
  let values: Map<string, string> | null = null
  /** What the next symbol of a currency is of: the amount, or only what it was before the bank converted it. */
  let currencyOf: 'CURRENCY' | 'ORIGCURRENCY' = 'CURRENCY'

  for (const [, slash, written = '', empty, content = ''] of plainMarkup(text).matchAll(ELEMENT)) {
    const name = written.toUpperCase()
    if (slash === '/') {
      if (name === 'STMTTRN' || name === 'BANKTRANLIST' || STATEMENTS.has(name)) {
        transaction = closed(transaction)
        values = null
      }
      if (STATEMENTS.has(name)) statement = null
      if (transaction === null && (ACCOUNTS.has(name) || name === 'LEDGERBAL' || OTHERS.has(name))) {
        values = statement?.head ?? null
      }
      continue
    }
    if (STATEMENTS.has(name)) {
      transaction = closed(transaction)
      statement = { head: new Map(), account: new Map(), ledger: new Map(), transactions: [] }
      statements.push(statement)
      values = statement.head
    } else if (name === 'STMTTRN') {
      closed(transaction)
      transaction = { values: new Map(), isTorn: true }
      if (statement === null) outside.push(transaction.values)
      else statement.transactions.push(transaction)
      values = transaction.values
    } else if (transaction === null && ACCOUNTS.has(name)) {
      values = statement?.account ?? null
    } else if (name === 'LEDGERBAL') {
      transaction = closed(transaction)
      values = statement?.ledger ?? null
    } else if (transaction === null && OTHERS.has(name)) {
      values = null
    }
    if (name === 'ORIGCURRENCY' || name === 'CURRENCY') currencyOf = name
    const key = name === 'CURSYM' && currencyOf === 'ORIGCURRENCY' ? 'ORIGCURSYM' : name
    const value = content.trim()
    if (empty === '' && value !== '' && values !== null && !values.has(key)) {
      values.set(key, decodeReferences(value).replace(/\s+/g, ' '))
    }
  }
  return { statements, outside }
}

function closed(transaction: { isTorn: boolean } | null): null {
  if (transaction !== null) transaction.isTorn = false
  return null
}
