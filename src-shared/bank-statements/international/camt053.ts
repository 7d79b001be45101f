import { XMLParser } from 'fast-xml-parser'
import type { Fen } from '../../money/fen.ts'
import { readAmount } from '../amount.ts'
import { readCurrency } from '../currency.ts'
import type { Moment } from '../moment.ts'
import { readMoment, toShanghai } from '../moment.ts'
import type { DeclaredTotals, SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { movement, NO_TOTALS, skippedRow } from '../statement.ts'
import type { Node } from './xml-node.ts'
import { child, children, text, textAt } from './xml-node.ts'

export interface CamtReading {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
}

/** Reads camt.053 of any version. Null where it is no well-formed statement; the caller has refused a DOCTYPE. */
export function readCamt053(xml: string): CamtReading | null {
  const statements = children(parse(xml), 'Document').flatMap((document) =>
    children(child(document, 'BkToCstmrStmt'), 'Stmt'),
  )
  if (statements.length === 0) return null
  const skipped: SkippedRow[] = []
  return { sections: statements.map((node, at) => readStatement(node, String(at + 1), skipped)), skipped }
}

function parse(xml: string): Node {
  try {
    const parsed: unknown = new XMLParser({
      parseTagValue: false,
      ignoreAttributes: false,
      parseAttributeValue: false,
      attributeNamePrefix: '@',
      removeNSPrefix: true,
      trimValues: true,
    }).parse(xml, true)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Node) : {}
  } catch {
    return {}
  }
}

function readStatement(statement: Node, page: string, skipped: SkippedRow[]): StatementSection {
  const account = child(statement, 'Acct')
  const lines: StatementLine[] = []
  for (const [at, entry] of children(statement, 'Ntry').entries()) {
    const place = { page, row: at + 1 }
    const line = readEntry(entry, place)
    if (typeof line === 'string') skipped.push(skippedRow(place, line, textAt(entry, 'AcctSvcrRef')))
    else if (line !== null) lines.push(line)
  }
  const balance = (...codes: readonly string[]) => balanceOf(children(statement, 'Bal'), codes)
  return {
    account: textAt(account, 'Id', 'IBAN') || textAt(account, 'Id', 'Othr', 'Id') || null,
    accountName: textAt(account, 'Nm') || textAt(account, 'Ownr', 'Nm') || null,
    currency: readCurrency(textAt(account, 'Ccy')) ?? lines[0]?.currency ?? null,
    opening: balance('OPBD', 'PRCD'),
    closing: balance('CLBD'),
    totals: readTotals(child(statement, 'TxsSummry')),
    lines,
  }
}

function readEntry(entry: Node, place: StatementLine['place']): StatementLine | SkippedRow['reason'] {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts')
  if (status !== '' && status !== 'BOOK') return 'not-booked'
  const amount = readAmount(textAt(entry, 'Amt'))
  if (amount === null) return 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const isCredit = creditOf(entry)
  if (isCredit === null) return 'flag-unknown'
  const booked = momentOf(child(entry, 'BookgDt')) ?? momentOf(child(entry, 'ValDt'))
  if (booked === null) return 'date-unreadable'
  const isReversal = /^(true|1)$/.test(textAt(entry, 'RvslInd'))
  const details = children(entry, 'NtryDtls').flatMap((node) => children(node, 'TxDtls'))
  const [only] = details.length === 1 ? details : []
  // The indicator says which way the money goes; of a reversal the original stood on the other side.
  const effect = isCredit ? amount : -amount
  return {
    serial:
      textAt(entry, 'AcctSvcrRef') || textAt(only, 'Refs', 'AcctSvcrRef') || textAt(entry, 'NtryRef') || null,
    bookedOn: booked.date,
    bookedTime: booked.time,
    ...movement(effect, isCredit !== isReversal ? 'credit' : 'debit'),
    ...counterparty(child(only, 'RltdPties'), isCredit !== isReversal ? 'Dbtr' : 'Cdtr'),
    summary: textAt(entry, 'BkTxCd', 'Prtry', 'Cd') || domainCode(child(entry, 'BkTxCd')),
    purpose: textAt(only, 'Purp', 'Prtry') || textAt(only, 'Purp', 'Cd'),
    remark: remarkOf(details) || textAt(entry, 'AddtlNtryInf'),
    balanceAfter: null,
    currency: readCurrency(textAt(child(entry, 'Amt'), '@Ccy')),
    place,
  }
}

function counterparty(parties: Node | null, role: 'Dbtr' | 'Cdtr') {
  const party = child(parties, role)
  const account = child(child(parties, `${role}Acct`), 'Id')
  return {
    counterpartyName: textAt(party, 'Pty', 'Nm') || textAt(party, 'Nm'),
    counterpartyAccount: textAt(account, 'IBAN') || textAt(account, 'Othr', 'Id'),
  }
}

function remarkOf(details: readonly Node[]): string {
  const texts = details.flatMap((node) => children(child(node, 'RmtInf'), 'Ustrd').map(text))
  return texts.filter((part) => part !== '').join(' ')
}

function domainCode(code: Node | null): string {
  const domain = child(code, 'Domn')
  return [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')]
    .filter((part) => part !== '')
    .join('/')
}

function creditOf(node: Node): boolean | null {
  const indicator = textAt(node, 'CdtDbtInd')
  return indicator === 'CRDT' ? true : indicator === 'DBIT' ? false : null
}

function balanceOf(balances: readonly Node[], codes: readonly string[]): Fen | null {
  for (const code of codes) {
    const found = balances.find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === code)
    const amount = readAmount(textAt(found, 'Amt'))
    if (found === undefined || amount === null) continue
    return creditOf(found) === false ? -amount : amount
  }
  return null
}

function readTotals(summary: Node | null): DeclaredTotals {
  if (summary === null) return NO_TOTALS
  const count = (name: string) => readCount(textAt(summary, name, 'NbOfNtries'))
  return {
    debitSum: readAmount(textAt(summary, 'TtlDbtNtries', 'Sum')),
    creditSum: readAmount(textAt(summary, 'TtlCdtNtries', 'Sum')),
    debitCount: count('TtlDbtNtries'),
    creditCount: count('TtlCdtNtries'),
    count: count('TtlNtries'),
  }
}

function readCount(digits: string): number | null {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

const ZONED = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:(Z)|([+-])(\d\d):(\d\d))?$/

/** A day, or an instant with its zone as wall time in Shanghai; without a zone it is the bank's own wall time. */
function momentOf(node: Node | null): Moment | null {
  const zoned = ZONED.exec(textAt(node, 'DtTm'))
  if (zoned === null) return readMoment(textAt(node, 'Dt') || textAt(node, 'DtTm'), '')
  const [, date = '', time = '', utc, sign, hours = '', minutes = ''] = zoned
  const moment = readMoment(date, time)
  if (moment === null || (utc === undefined && sign === undefined)) return moment
  const offset = utc === undefined ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0
  return toShanghai(moment, offset)
}
