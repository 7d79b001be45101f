import { XMLParser } from 'fast-xml-parser'
import type { Fen } from '../../money/fen.ts'
import { readAmount } from '../amount.ts'
import { readCurrency } from '../currency.ts'
import type { Moment } from '../moment.ts'
import { readMoment } from '../moment.ts'
import { readSerial } from '../serial.ts'
import type { DeclaredTotals, SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { isBalanceRow, movement, NO_TOTALS, RETURNED, skippedRow } from '../statement.ts'
import { joinPages, pageNumber, statementKey } from './camt-pages.ts'
import type { Node } from './xml-node.ts'
import { child, children, text, textAt } from './xml-node.ts'
import { plainMarkup } from './xml-text.ts'

/** Sub-family of a booking that reverses a returned payment. */
const RETURN_CODE = 'RRTN'

export interface CamtReading {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
}

/** Reads camt.053 of any version. Null where it is not well-formed; the caller has refused a DOCTYPE. */
export function readCamt053(xml: string): CamtReading | null {
  const parsed = parse(xml)
  if (parsed === null) return null
  const messages = children(parsed, 'Document').flatMap((document) => children(document, 'BkToCstmrStmt'))
  const statements = messages.flatMap((message) => {
    // A message that is one page of several may lack pages of any statement that does not number its own.
    const page = pageNumber(child(child(message, 'GrpHdr'), 'MsgPgntn'))
    const ofMessage = page?.number === 1 && page.isLast ? null : page
    return children(message, 'Stmt').map((node) => ({ node, ofMessage }))
  })
  const skipped = messages
    .flatMap((message) => children(message, 'Ntry'))
    .map((entry, at) => skippedRow({ page: '', row: at + 1 }, 'outside-statement', excerptOf(entry)))
  const pages = statements.map(({ node, ofMessage }, at) => ({
    statement: statementKey(node, ownAccount(node).number),
    page: pageNumber(child(node, 'StmtPgntn')) ?? ofMessage,
    section: readStatement(node, String(at + 1), skipped),
  }))
  return { sections: joinPages(pages, skipped), skipped }
}

function parse(xml: string): Node | null {
  try {
    const parsed: unknown = new XMLParser({
      parseTagValue: false,
      ignoreAttributes: false,
      parseAttributeValue: false,
      attributeNamePrefix: '@',
      removeNSPrefix: true,
      trimValues: true,
      // It decodes no numeric references; xml-text.ts decodes all of them, once.
      processEntities: false,
    }).parse(plainMarkup(xml), true)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Node) : null
  } catch {
    return null
  }
}

function readStatement(statement: Node, page: string, skipped: SkippedRow[]): StatementSection {
  const account = ownAccount(statement)
  const lines: StatementLine[] = []
  const entries = children(statement, 'Ntry')
  for (const [at, entry] of entries.entries()) {
    const place = { page, row: at + 1 }
    const line = readEntry(entry, account, place)
    if (typeof line === 'string') skipped.push(skippedRow(place, line, excerptOf(entry)))
    else lines.push(line)
  }
  const balance = (...codes: readonly string[]): Fen | null => {
    const found = balanceOf(children(statement, 'Bal'), codes)
    if (typeof found !== 'string') return found
    skipped.push(skippedRow({ page, row: entries.length + 1 }, 'balance-unreadable', found))
    return null
  }
  return {
    account: account.number || null,
    accountName: account.name || null,
    currency: account.currency ?? lines[0]?.currency ?? null,
    opening: balance('OPBD', 'PRCD'),
    closing: balance('CLBD'),
    totals: readTotals(child(statement, 'TxsSummry')),
    lines,
  }
}

interface OwnAccount {
  readonly number: string
  readonly name: string
  /** Of the account, else of its balances. */
  readonly currency: string | null
}

function ownAccount(statement: Node): OwnAccount {
  const account = child(statement, 'Acct')
  return {
    number: accountNumber(account),
    name: textAt(account, 'Nm') || textAt(account, 'Ownr', 'Nm'),
    currency:
      readCurrency(textAt(account, 'Ccy')) ??
      readCurrency(textAt(child(child(statement, 'Bal'), 'Amt'), '@Ccy')),
  }
}

function excerptOf(entry: Node): string {
  const amount = child(entry, 'Amt')
  const said = [amount === null ? '' : text(amount), textAt(amount, '@Ccy'), textAt(entry, 'AcctSvcrRef')]
  return said.filter((part) => part !== '').join(' ')
}

function readEntry(
  entry: Node,
  account: OwnAccount,
  place: StatementLine['place'],
): StatementLine | SkippedRow['reason'] {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts')
  if (status !== '' && status !== 'BOOK') return 'not-booked'
  const details = children(entry, 'NtryDtls').flatMap((node) => children(node, 'TxDtls'))
  const stated = amountIn(account.currency, entry, details)
  if (stated === null) return 'other-currency'
  const amount = readAmount(text(stated))
  if (amount === null) return 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const isCredit = creditOf(entry)
  if (isCredit === null) return 'flag-unknown'
  const booked = momentOf(child(entry, 'BookgDt')) ?? momentOf(child(entry, 'ValDt'))
  if (booked === null) return 'date-unreadable'
  const isReversal = /^(true|1)$/.test(textAt(entry, 'RvslInd'))
  const [only] = details.length === 1 ? details : []
  const returned = child(only, 'RtrInf')
  const domain = domainCode(child(entry, 'BkTxCd'))
  const isReturn = returned !== null || domain.endsWith(RETURN_CODE)
  // A payment that comes back keeps the roles its parties had on the way out.
  const isPayerOther = isCredit !== (isReversal || returned !== null)
  // The indicator says which way the money goes; of a reversal the original stood on the other side.
  const effect = isCredit ? amount : -amount
  const line: StatementLine = {
    serial: readSerial(
      textAt(entry, 'AcctSvcrRef'),
      textAt(only, 'Refs', 'AcctSvcrRef'),
      textAt(entry, 'NtryRef'),
    ),
    bookedOn: booked.date,
    bookedTime: booked.time,
    ...movement(effect, isCredit !== isReversal ? 'credit' : 'debit'),
    ...counterparty(child(only, 'RltdPties'), isPayerOther ? 'Dbtr' : 'Cdtr', account),
    summary: joined([isReturn ? RETURNED : '', textAt(entry, 'BkTxCd', 'Prtry', 'Cd') || domain]),
    purpose: textAt(only, 'Purp', 'Prtry') || textAt(only, 'Purp', 'Cd'),
    remark: joined([remarkOf(details) || textAt(entry, 'AddtlNtryInf'), returnOf(returned)]),
    balanceAfter: null,
    currency: readCurrency(textAt(stated, '@Ccy')),
    place,
  }
  return isBalanceRow(line) ? 'balance' : line
}

/**
 * The amount of an entry in the account's currency: its own, else what its details state beside the foreign one. Null
 * where it is in another currency and none is stated.
 */
function amountIn(currency: string | null, entry: Node, details: readonly Node[]): Node | null {
  const own = child(entry, 'Amt') ?? {}
  const isIn = (amount: Node) => readCurrency(textAt(amount, '@Ccy')) === currency
  const ownCurrency = readCurrency(textAt(own, '@Ccy'))
  if (currency === null || ownCurrency === null || ownCurrency === currency) return own
  if (details.length > 1) return null
  const stated = [entry, ...details].flatMap((node) =>
    ['CntrValAmt', 'TxAmt', 'InstdAmt', 'AnncdPstngAmt'].flatMap((name) =>
      children(child(child(node, 'AmtDtls'), name), 'Amt'),
    ),
  )
  const direct = details.flatMap((node) => children(node, 'Amt'))
  return [...stated, ...direct].find(isIn) ?? null
}

type Role = 'Dbtr' | 'Cdtr'

/** The party of a role; the other one where that is the holder of the account. */
function counterparty(parties: Node | null, role: Role, own: OwnAccount) {
  const expected = partyOf(parties, role)
  const isOwn =
    (own.number !== '' && expected.counterpartyAccount === own.number) ||
    (own.name !== '' && expected.counterpartyName === own.name)
  return isOwn ? partyOf(parties, role === 'Dbtr' ? 'Cdtr' : 'Dbtr') : expected
}

function partyOf(parties: Node | null, role: Role) {
  const party = child(parties, role)
  return {
    counterpartyName: textAt(party, 'Pty', 'Nm') || textAt(party, 'Nm'),
    counterpartyAccount: accountNumber(child(parties, `${role}Acct`)),
  }
}

function accountNumber(account: Node | null): string {
  return textAt(account, 'Id', 'IBAN') || textAt(account, 'Id', 'Othr', 'Id')
}

/** Free text, the payer's structured reference, and what stands beside it. */
function remarkOf(details: readonly Node[]): string {
  return joined(
    details.flatMap((node) => {
      const remittance = child(node, 'RmtInf')
      const structured = children(remittance, 'Strd').flatMap((each) => [
        textAt(each, 'CdtrRefInf', 'Ref'),
        ...children(each, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
        ...children(each, 'AddtlRmtInf').map(text),
      ])
      return [...children(remittance, 'Ustrd').map(text), ...structured]
    }),
  )
}

/** Why a payment came back, in the bank's code and words. */
function returnOf(returned: Node | null): string {
  const reason = child(returned, 'Rsn')
  return joined([
    textAt(reason, 'Cd') || textAt(reason, 'Prtry'),
    ...children(returned, 'AddtlInf').map(text),
  ])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
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

/** A balance with its sign; its text where it is no amount, null where there is none. */
function balanceOf(balances: readonly Node[], codes: readonly string[]): Fen | string | null {
  for (const code of codes) {
    const found = balances.find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === code)
    if (found === undefined) continue
    const amount = readAmount(textAt(found, 'Amt'))
    if (amount === null) return textAt(found, 'Amt') || code
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

/** A day, or an instant as the bank's own day and time, whatever its zone. */
function momentOf(node: Node | null): Moment | null {
  const instant = textAt(node, 'DtTm').replace(/(?:Z|[+-]\d\d:\d\d)$/, '')
  return readMoment(textAt(node, 'Dt') || instant, '')
}
