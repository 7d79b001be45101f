import type { z } from 'zod'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { statementPdfInput } from '#shared/contracts/console-engine/settlement.ts'
import {
  type SettlementLine,
  settlementLineSchema,
} from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { SETTLEMENT_LABELS as LABELS } from '#shared/descriptions/settlement.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { auditHeadSaid } from '#shared/words/audit-head.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { SETTLEMENT_LINE_WORDS } from '#shared/words/settlement.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { runExport } from '../../exports/run-export.ts'
import type { SettlementFacts } from '../../exports/settlement-pdf.ts'
import { categoryName, marketplaceName, providerTerm } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

/** Most lines of one document; of more, the workbook has the rest. */
const MAX_LINES = 5000

const WORDS = {
  marketplace: { zh: '市场', en: 'Marketplace' },
  status: { zh: '状态', en: 'State' },
  what: { zh: '项目', en: 'Item' },
  order: { zh: '订单号', en: 'Order' },
  category: { zh: '类目', en: 'Category' },
  gross: { zh: '交易金额', en: 'Gross' },
  amount: { zh: '金额', en: 'Amount' },
  tax: { zh: '其中税率', en: 'Of it at' },
  currency: { zh: '币种：人民币（元）', en: 'Currency: CNY' },
  cut: { zh: '其余明细见结算表', en: 'Further lines are in the workbook' },
} as const

const SUMS = ['gross', 'refunded', 'fee', 'rebate', 'setOff', 'adjustments', 'carried'] as const

/** A statement for its provider, as PDF. @throws RecordMissing */
export async function readStatementPdf(
  context: QueryContext,
  { id, language }: z.infer<typeof statementPdfInput>,
): Promise<ExportedFile> {
  const statement = readPresent(context, 'settlementStatement', id)
  if (statement === null) throw new RecordMissing('settlementStatement', id)
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT body FROM settlement_line WHERE statementId = @id ORDER BY id LIMIT ${MAX_LINES}`,
    )
    .all({ id })
  const lines = rows.map(({ body }) => settlementLineSchema.parse(JSON.parse(body)))
  const auditHead = await context.workspace.auditHead()
  const facts = {
    ...factsOf(context, statement, lines, language),
    auditHead: auditHeadSaid(auditHead, language),
  }
  const pdf = await runExport({ kind: 'settlement', facts })
  const fileName = `settlement-${statement.marketplace}-${statement.month}-${statement.providerId}.pdf`
  return { fileName, mediaType: 'application/pdf', base64: pdf.toString('base64') }
}

function factsOf(
  context: QueryContext,
  statement: SettlementStatement,
  lines: readonly SettlementLine[],
  language: 'zh' | 'en',
): Omit<SettlementFacts, 'auditHead'> {
  const { totals, marketplace, status } = statement
  const word = (key: keyof typeof WORDS) => WORDS[key][language]
  const stateWord = STATUS_WORDS.settlementStatement[status][language]
  return {
    title: `${RECORD_KIND_WORDS.settlementStatement[language]} ${statement.month}`,
    id: statement.id,
    at: statement.updatedAt,
    head: [
      [providerTerm(context, marketplace)[language], statement.providerName],
      [word('marketplace'), marketplaceName(context, marketplace)[language]],
      [word('status'), stateWord],
      [LABELS.orders[language], `${totals.orders} / ${LABELS.refunds[language]} ${totals.refunds}`],
    ],
    totals: [
      ...SUMS.map((key) => [LABELS[key][language], formatYuan(totals[key])] as const),
      ...totals.taxGroups.flatMap(({ basisPoints, gross }) =>
        basisPoints === null ? [] : [[`${word('tax')} ${basisPoints / 100}%`, formatYuan(gross)] as const],
      ),
      [LABELS.net[language], formatYuan(totals.net)],
    ],
    columns: [
      { header: word('what'), width: 16, right: false },
      { header: word('order'), width: 24, right: false },
      { header: word('category'), width: 18, right: false },
      { header: word('gross'), width: 14, right: true },
      { header: LABELS.fee[language], width: 14, right: true },
      { header: word('amount'), width: 14, right: true },
    ],
    rows: lines.map((line) => [
      SETTLEMENT_LINE_WORDS[line.kind][language],
      line.orderNumber ?? line.reason ?? line.carried ?? '',
      line.category === null ? '' : categoryName(context, marketplace, context.now, line.category)[language],
      line.gross === 0 ? '' : formatYuan(line.gross),
      line.fee === 0 ? '' : formatYuan(line.fee),
      formatYuan(line.amount),
    ]),
    stamp: status === 'committed' ? null : stateWord,
    foot: lines.length < statement.lines ? `${word('currency')}　${word('cut')}` : word('currency'),
  }
}
