import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatName, PAYOUT_BATCH_LABELS as LABELS, SOURCE_WORDS } from '#shared/descriptions/payout-batch.ts'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import { auditHeadSaid } from '#shared/words/audit-head.ts'
import type { PaymentListFacts } from '../../exports/payment-list-pdf.ts'
import { runExport } from '../../exports/run-export.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

/** 付款清单 of a batch as PDF, for who signs it and for the bank: always Chinese. @throws RecordMissing */
export async function readPaymentList(context: QueryContext, id: string): Promise<ExportedFile> {
  const batch = readPresent(context, 'payoutBatch', id)
  if (batch === null) throw new RecordMissing('payoutBatch', id)
  const auditHead = auditHeadSaid(await context.workspace.auditHead(), 'zh')
  const facts = { ...factsOf(context, batch), auditHead }
  const pdf = await runExport({ kind: 'payment-list', facts })
  return {
    fileName: `${batch.number}-付款清单.pdf`,
    mediaType: 'application/pdf',
    base64: pdf.toString('base64'),
  }
}

function factsOf(context: QueryContext, batch: PayoutBatch): Omit<PaymentListFacts, 'auditHead'> {
  const { number, payer, payments, executeOn, format, file, made, sent } = batch
  const { count, total } = controlTotals(payments)
  const hash = file?.hash ?? '尚未生成'
  const approvers = new Set(payments.flatMap(({ source }) => approversOf(context, source)))
  return {
    title: '付款清单',
    at: batch.createdAt,
    head: [
      [LABELS.number.zh, `${number}　${marketplaceName(context, batch.marketplace).zh}`],
      [LABELS.payer.zh, `${payer.name}　${payer.bank}　${payer.account}`],
      [LABELS.executeOn.zh, `${executeOn}　${LABELS.format.zh}　${formatName(format).zh}`],
      [LABELS.hash.zh, hash],
    ],
    totals: [`合计 ${count} 笔　${formatYuan(total)}　人民币${chineseCapitals(total)}`],
    columns: [
      { header: '序号', width: 5, right: true },
      { header: '参考号', width: 20, right: false },
      { header: '收款人', width: 26, right: false },
      { header: '收款账号', width: 19, right: false },
      { header: '开户行、联行号', width: 24, right: false },
      { header: '用途', width: 16, right: false },
      { header: '金额（元）', width: 14, right: true },
    ],
    rows: payments.map(({ endToEndId, source, payee, purpose, amount }, at) => [
      String(at + 1),
      endToEndId,
      payee.name,
      payee.account,
      [payee.bank, payee.bankCode].filter((part) => part !== null).join(' '),
      `${SOURCE_WORDS[source.kind].zh} ${purpose}`,
      formatYuan(amount),
    ]),
    signers: [
      ['经办', made.byName],
      ['复核', [...approvers].join('、')],
    ],
    code: [number, count, decimalAmount(total), hash].join('|'),
    foot: sent === null ? '未提交银行' : `已提交银行　${sent.byName}`,
  }
}

/** Names of who approved what a payment pays 复核. */
function approversOf(
  context: QueryContext,
  { kind, id }: PayoutBatch['payments'][number]['source'],
): string[] {
  switch (kind) {
    case 'payout':
      return (readPresent(context, 'payoutRequest', id)?.approvals ?? []).map(({ byName }) => byName)
    case 'refund':
      return (readPresent(context, 'depositObligation', id)?.entries ?? []).flatMap((entry) =>
        entry.kind === 'refund-approval' ? [entry.byName] : [],
      )
  }
}
