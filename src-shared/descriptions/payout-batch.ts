import type { Bilingual } from '../base/bilingual.ts'
import type {
  BankSaid,
  BatchFormat,
  BatchPayment,
  PaymentSource,
  PayoutBatch,
} from '../contracts/console-platform/records/payout-batch.ts'
import type { Fen } from '../money/fen.ts'
import { type Description, entries, field, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, list, money, NOTHING, phrase, term, text, type Value } from '../values/value.ts'
import { STATUS_WORDS as ANSWERED } from '../words/bank-answers.ts'
import { dayOf, history, instantOf, LABELS, marketplace, record, textOf } from './common.ts'

/** What the fields of batches are called. */
export const PAYOUT_BATCH_LABELS = {
  number: { zh: '批次号', en: 'Batch number' },
  createdAt: { zh: '建立时间', en: 'Made at' },
  made: { zh: '建立', en: 'Made by' },
  account: { zh: '付款账户', en: 'Paid from' },
  payer: { zh: '付款人', en: 'Payer' },
  payerAccount: { zh: '付款账号', en: "Payer's account" },
  bank: { zh: '开户行', en: 'Bank' },
  executeOn: { zh: '付款日期', en: 'Pay on' },
  format: { zh: '文件格式', en: 'Format' },
  payments: { zh: '付款明细', en: 'Payments' },
  file: { zh: '付款文件', en: 'File' },
  hash: { zh: '文件指纹（SHA-256）', en: 'SHA-256 of the file' },
  sent: { zh: '提交银行', en: 'Sent' },
  answers: { zh: '银行回盘', en: "The bank's answers" },
  answerFile: { zh: '回盘文件', en: "The answer's file" },
  dropped: { zh: '作废', en: 'Given up' },
  failed: { zh: '付款失败', en: 'Failed' },
  paid: { zh: '银行流水', en: 'Bank line' },
} as const satisfies Readonly<Record<string, Bilingual>>
const WORDS = PAYOUT_BATCH_LABELS

type Said = { readonly at: string; readonly byName: string } | null
const saidBy = (label: Bilingual) =>
  field<Said>(label, (said) => (said === null ? NOTHING : phrase(text(said.byName), instant(said.at))))

const FORMAT = { 'pain.001': { zh: 'ISO 20022 pain.001.001.09', en: 'ISO 20022 pain.001.001.09' } }

/** What a form of file is called. */
export function formatName(format: BatchFormat): Bilingual {
  return format.kind === 'template'
    ? { zh: format.template.name, en: format.template.name }
    : FORMAT['pain.001']
}

function formatSaid(format: BatchFormat): Value {
  return format.kind === 'template' ? text(format.template.name) : term(format.kind, formatName(format))
}

function sourceSaid({ source, payee, amount }: BatchPayment) {
  return [text(payee.name), text(payee.account), money(amount), term(source.kind, SOURCE_WORDS[source.kind])]
}
/** What a payment pays. */
export const SOURCE_WORDS: Readonly<Record<PaymentSource['kind'], Bilingual>> = {
  payout: { zh: '提现', en: 'Payout' },
  refund: { zh: '保证金退还', en: 'Deposit refund' },
}

/** How a batch of payments is said. */
export const PAYOUT_BATCH: Description<PayoutBatch> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  number: textOf(WORDS.number),
  createdAt: instantOf(WORDS.createdAt),
  made: saidBy(WORDS.made),
  accountId: field<string>(WORDS.account, (id, names) => record('bankAccount', id, names)),
  payer: parts<PayoutBatch['payer']>({
    name: textOf(WORDS.payer),
    account: textOf(WORDS.payerAccount),
    bank: textOf(WORDS.bank),
  }),
  executeOn: dayOf(WORDS.executeOn),
  format: field<BatchFormat>(WORDS.format, formatSaid),
  payments: entries<BatchPayment>(
    WORDS.payments,
    ({ endToEndId }) => endToEndId,
    (payment, names) =>
      phrase(
        text(payment.endToEndId),
        ...sourceSaid(payment),
        ...(payment.answer === null ? [] : answerSaid(payment.answer)),
        labelled(WORDS.failed, text(payment.failed?.reason ?? null)),
        labelled(
          WORDS.paid,
          payment.paidBy === null ? NOTHING : record('bankLine', payment.paidBy.lineId, names),
        ),
      ),
  ),
  file: field<PayoutBatch['file']>(WORDS.file, (file) =>
    file === null ? NOTHING : phrase(text(file.hash), text(file.byName), instant(file.at)),
  ),
  sent: saidBy(WORDS.sent),
  answers: entries<PayoutBatch['answers'][number]>(
    WORDS.answers,
    ({ fileHash, at }) => `${fileHash} ${at}`,
    ({ fileName, byName, at }) => phrase(text(fileName), text(byName), instant(at)),
  ),
  dropped: field<PayoutBatch['dropped']>(WORDS.dropped, (dropped) =>
    dropped === null
      ? NOTHING
      : phrase(labelled(LABELS.reason, text(dropped.reason)), text(dropped.byName), instant(dropped.at)),
  ),
  history,
  updatedAt: UNSAID,
}

/** Our account that pays, as it was chosen. */
export const BATCH_ACCOUNT = PAYOUT_BATCH.accountId
export const FILE_HASH = textOf(WORDS.hash)
export const ANSWER_FILE = textOf(WORDS.answerFile)

/** What was chosen to go into a batch. */
export const PAYMENTS_ASKED = field<readonly { readonly source: PaymentSource; readonly amount: Fen }[]>(
  WORDS.payments,
  (payments, names) =>
    list(
      payments.map(({ source, amount }) =>
        phrase(
          term(source.kind, SOURCE_WORDS[source.kind]),
          record(SOURCE_KIND[source.kind], source.id, names),
          money(amount),
        ),
      ),
    ),
)

const SOURCE_KIND = { payout: 'payoutRequest', refund: 'depositObligation' } as const

/** What the bank was found to say. */
export const ANSWERS_GIVEN = field<readonly (BankSaid & { readonly endToEndId: string })[]>(
  WORDS.answers,
  (answers) =>
    list(answers.map(({ endToEndId, ...answer }) => phrase(text(endToEndId), ...answerSaid(answer)))),
)

function answerSaid({ status, said, reason }: BankSaid) {
  return [term(status ?? 'unknown', ANSWERED[status ?? 'unknown']), text(said), text(reason)]
}
