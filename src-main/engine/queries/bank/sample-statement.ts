import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import { depositObligationSchema } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Fen } from '#shared/money/fen.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { NEWLINE, unparsed } from '../../exports/csv-text.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { closedStatements } from './closed-statements.ts'

const HEADER = [
  ...[
    '账号',
    '账户名称',
    '交易时间',
    '借方发生额（支取）',
    '贷方发生额（收入）',
    '余额',
    '币种',
    '对方户名',
    '对方账号',
  ],
  ...['对方开户机构', '记账日期', '摘要', '备注', '账户明细编号-交易流水号'],
]
/** What an account without any statement begins with. */
const FIRST_OPENING = 100_000_000
const INTEREST = 1234
const BYTE_ORDER_MARK = '\uFEFF'

const UNPAID = `SELECT body FROM deposit_obligation
  WHERE marketplace = @marketplace AND balance = 0 AND amount > 0 ORDER BY id LIMIT 3`

interface SampleLine {
  readonly amount: Fen
  readonly name: string
  readonly account: string
  readonly summary: string
  readonly remark: string
}

/**
 * A statement of an account as the bank might send it next, for trying the import of a demo: it opens with the balance the
 * account was left with, and has a payment that fits a deposit in all, one with another remark, one by somebody else, and
 * interest. @throws RecordMissing
 */
export function sampleStatement(context: QueryContext, accountId: string): ExportedFile {
  const account = readPresent(context, 'bankAccount', accountId)
  if (account === null) throw new RecordMissing('bankAccount', accountId)
  const last = closedStatements(context, accountId).reduce<{ to: string; closing: Fen | null } | null>(
    (latest, each) => (latest !== null && latest.to >= each.to ? latest : each),
    null,
  )
  const on = last !== null && last.to > context.today ? last.to : context.today
  const day = on.replaceAll('-', '')
  let balance = last?.closing ?? FIRST_OPENING
  const rows = linesOf(context, account.marketplace).map((line, at) => {
    balance += line.amount
    return [
      ...[account.number, account.holder, `${day} 09:1${at}:00`, '0.00', decimalAmount(line.amount)],
      ...[decimalAmount(balance), '人民币元', line.name, line.account, '', day, line.summary, line.remark],
      `${day}9${String(at + 1).padStart(5, '0')}`,
    ]
  })
  const text = BYTE_ORDER_MARK + unparsed([HEADER, ...rows]) + NEWLINE
  return {
    fileName: `示例流水-${account.number.slice(-4)}-${on}.csv`,
    mediaType: 'text/csv',
    base64: Buffer.from(text).toString('base64'),
  }
}

function linesOf({ statements, packs, today }: QueryContext, marketplace: string): SampleLine[] {
  const fixedPart = packInForce(packs, marketplace, today)?.deposit?.remark?.fixedPart ?? '保证金'
  const payments = statements
    .prepare<{ body: string }>(UNPAID)
    .all({ marketplace })
    .map(({ body }, at): SampleLine => {
      const { providerName, amount } = depositObligationSchema.parse(JSON.parse(body))
      const isByPerson = at === 2
      return {
        amount: amount ?? 0,
        name: isByPerson ? '王建国' : providerName,
        account: `62220210010${String(12_345_670 + at)}`,
        summary: '转账',
        remark: at === 1 ? '货款' : `${providerName}${fixedPart}`,
      }
    })
  return [...payments, { amount: INTEREST, name: '', account: '', summary: '结息', remark: '存款利息' }]
}
