import type { Bilingual } from '../base/bilingual.ts'
import type { BankAccount } from '../contracts/console-platform/records/bank-account.ts'
import {
  type Allocation,
  type BankLine,
  type MatchPart,
  type MatchTarget,
  targetKind,
} from '../contracts/console-platform/records/bank-line.ts'
import type {
  Acceptable,
  BankStatement,
  StatementHead,
} from '../contracts/console-platform/records/bank-statement.ts'
import { type Description, entries, field, type Names, parts, UNSAID } from '../values/description.ts'
import {
  count,
  instant,
  labelled,
  list,
  money,
  NOTHING,
  phrase,
  term,
  text,
  type Value,
} from '../values/value.ts'
import { ACCEPTED_WORDS } from '../words/accepted.ts'
import { LINE_KIND_WORDS } from '../words/kinds.ts'
import { MATCH_REASON_WORDS } from '../words/match-reasons.ts'
import {
  amountOf,
  countOf,
  dayOf,
  hashText,
  history,
  instantOf,
  LABELS,
  marketplace,
  oneOf,
  PERIOD,
  record,
  skippedRows,
  textOf,
  yesNoOf,
} from './common.ts'

const FOR: Bilingual = { zh: '依据', en: 'Because' }
const CURRENCY: Bilingual = { zh: '币种', en: 'Currency' }
const OPENING: Bilingual = { zh: '期初余额', en: 'Opening balance' }
const CLOSING: Bilingual = { zh: '期末余额', en: 'Closing balance' }

function target(of: MatchTarget, names: Names): Value {
  const kind = targetKind(of)
  return phrase(term(kind, LINE_KIND_WORDS[kind]), targetRecord(of, names))
}

function targetRecord(of: MatchTarget, names: Names): Value {
  switch (of.kind) {
    case 'deposit':
    case 'refund':
      return record('depositObligation', of.obligationId, names)
    case 'payout':
      return record('payoutRequest', of.requestId, names)
    case 'return':
      return record('bankLine', of.lineId, names)
    case 'other':
      return NOTHING
  }
}

/** What a part of a line's money is, and how much of it. */
export function partSaid({ target: of, amount, reasons }: MatchPart, names: Names): Value {
  const spoke = list(reasons.map((reason) => term(reason, MATCH_REASON_WORDS[reason])))
  return phrase(target(of, names), money(amount), labelled(FOR, spoke))
}

function allocationSaid({ parts: of, automatic, note, at, byName, undone }: Allocation, names: Names): Value {
  return phrase(
    instant(at),
    text(byName),
    automatic ? term('automatic', { zh: '导入时自动认领', en: 'Matched by the import' }) : NOTHING,
    list(of.map((part) => partSaid(part, names))),
    labelled(LABELS.note, text(note)),
    labelled(
      { zh: '已撤销', en: 'Undone' },
      undone === null
        ? NOTHING
        : phrase(
            instant(undone.at),
            text(undone.byName),
            labelled(LABELS.reason, text(undone.reason)),
            labelled(
              { zh: '被这一笔退回', en: 'Taken back by' },
              undone.takenBackBy === null ? NOTHING : record('bankLine', undone.takenBackBy, names),
            ),
          ),
    ),
  )
}

/** How a bank line is said. */
export const BANK_LINE: Description<BankLine> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  accountId: field<string>(LABELS.account, (id, names) => record('bankAccount', id, names)),
  statementId: field<string>({ zh: '银行对账单', en: 'Bank statement' }, (id, names) =>
    record('bankStatement', id, names),
  ),
  identity: UNSAID,
  ordinal: UNSAID,
  serial: textOf({ zh: '银行流水号', en: 'Serial' }),
  bookedOn: dayOf({ zh: '记账日期', en: 'Booked on' }),
  bookedTime: textOf({ zh: '记账时间', en: 'Booked at' }),
  direction: oneOf(
    { zh: '收付方向', en: 'Direction' },
    { in: { zh: '收', en: 'In' }, out: { zh: '付', en: 'Out' } },
  ),
  amount: amountOf(LABELS.amount),
  side: oneOf(
    { zh: '借贷', en: 'Side' },
    { debit: { zh: '借', en: 'Debit' }, credit: { zh: '贷', en: 'Credit' } },
  ),
  isReversal: yesNoOf({ zh: '冲正', en: 'Reversal' }),
  counterpartyName: textOf({ zh: '对方户名', en: 'Counterparty' }),
  counterpartyAccount: textOf({ zh: '对方账号', en: 'Counterparty account' }),
  summary: textOf({ zh: '摘要', en: 'Summary' }),
  purpose: textOf({ zh: '用途', en: 'Purpose' }),
  remark: textOf({ zh: '附言', en: 'Remark' }),
  balanceAfter: amountOf({ zh: '记账后余额', en: 'Balance after' }),
  currency: textOf(CURRENCY),
  place: field<BankLine['place']>({ zh: '文件位置', en: 'Place in the file' }, ({ page, row }) =>
    phrase(text(page), count(row)),
  ),
  isDirectionProven: yesNoOf({ zh: '方向已由余额证明', en: 'Direction proven by balances' }),
  allocations: entries<Allocation>(
    { zh: '认领', en: 'Match' },
    ({ at, by }) => `${at} ${by}`,
    allocationSaid,
  ),
  takenBackBy: field<string | null>({ zh: '被这一笔退回', en: 'Taken back by' }, (id, names) =>
    id === null ? NOTHING : record('bankLine', id, names),
  ),
  history,
  updatedAt: UNSAID,
}

/** How an account of our own is said. */
export const BANK_ACCOUNT: Description<BankAccount> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  number: textOf({ zh: '账号', en: 'Number' }),
  holder: textOf({ zh: '户名', en: 'Holder' }),
  bank: textOf({ zh: '开户行', en: 'Bank' }),
  currency: textOf(CURRENCY),
  imported: parts<NonNullable<BankAccount['imported']>>(
    {
      from: dayOf(LABELS.from),
      to: dayOf(LABELS.to),
      statements: countOf({ zh: '对账单', en: 'Statements' }),
      lines: countOf({ zh: '流水', en: 'Lines' }),
    },
    { zh: '已导入', en: 'Imported' },
  ),
  history,
  updatedAt: UNSAID,
}

/** What a person took upon herself. */
export const accepted = entries<Acceptable>(
  { zh: '已确认', en: 'Accepted' },
  (point) => point,
  (point) => term(point, ACCEPTED_WORDS[point]),
)

/** How a statement is said that is imported: what it says of itself. */
export const STATEMENT_HEAD: Description<StatementHead> = {
  id: UNSAID,
  fileName: textOf({ zh: '文件', en: 'File' }),
  fileHash: field({ zh: '文件摘要', en: 'File hash' }, hashText),
  format: textOf({ zh: '格式', en: 'Format' }),
  encoding: textOf({ zh: '编码', en: 'Encoding' }),
  undecodable: countOf({ zh: '无法还原的字符', en: 'Undecodable characters' }),
  account: textOf({ zh: '文件写明的账号', en: 'Account in the file' }),
  currency: textOf(CURRENCY),
  period: PERIOD,
  opening: amountOf(OPENING),
  closing: amountOf(CLOSING),
  totals: parts<StatementHead['totals']>(
    {
      debitSum: amountOf({ zh: '借方合计', en: 'Sum of debits' }),
      creditSum: amountOf({ zh: '贷方合计', en: 'Sum of credits' }),
      debitCount: countOf({ zh: '借方笔数', en: 'Debits' }),
      creditCount: countOf({ zh: '贷方笔数', en: 'Credits' }),
      count: countOf({ zh: '总笔数', en: 'Lines' }),
    },
    { zh: '文件合计', en: 'Totals in the file' },
  ),
  skipped: skippedRows({ zh: '可能是流水', en: 'May be money' }),
}

/** How an imported statement is said. */
export const BANK_STATEMENT: Description<BankStatement> = {
  ...STATEMENT_HEAD,
  version: UNSAID,
  marketplace,
  accountId: field<string>(LABELS.account, (id, names) => record('bankAccount', id, names)),
  proof: oneOf(
    { zh: '核对', en: 'Proof' },
    {
      proven: { zh: '已证明', en: 'Proven' },
      contradicted: { zh: '前后不符', en: 'Contradicted' },
      unprovable: { zh: '无法证明', en: 'Not provable' },
    },
  ),
  accepted,
  lines: countOf({ zh: '流水', en: 'Lines' }),
  added: countOf({ zh: '新流水', en: 'New lines' }),
  importedAt: instantOf({ zh: '导入时间', en: 'Imported' }),
  by: UNSAID,
  byName: textOf({ zh: '导入人', en: 'Imported by' }),
  withdrawn: parts<NonNullable<BankStatement['withdrawn']>>(
    {
      at: instantOf({ zh: '时间', en: 'At' }),
      by: UNSAID,
      byName: textOf({ zh: '作废人', en: 'Withdrawn by' }),
      reason: textOf(LABELS.reason),
    },
    { zh: '已作废', en: 'Withdrawn' },
  ),
}
