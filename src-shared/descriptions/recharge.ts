import type { Bilingual } from '../base/bilingual.ts'
import type { Recharge } from '../contracts/console-platform/records/recharge.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import { instant, labelled, NOTHING, phrase, term, text } from '../values/value.ts'
import { RECHARGE_RULING_WORDS } from '../words/recharges.ts'
import { amountOf, attachments, dayOf, history, LABELS, marketplace, record, textOf } from './common.ts'

/** What the fields of a recharge are called. */
export const RECHARGE_LABELS = {
  deposit: { zh: '保证金', en: 'Deposit' },
  channel: { zh: '支付渠道', en: 'Payment channel' },
  number: { zh: '渠道流水号', en: "Channel's number" },
  paidOn: { zh: '支付日期', en: 'Paid on' },
  amount: { zh: '金额', en: 'Amount' },
  payerName: { zh: '付款人', en: 'Payer' },
  payerAccount: { zh: '付款账户', en: "Payer's account" },
  evidence: { zh: '凭据', en: 'Evidence' },
  recorded: { zh: '登记人', en: 'Recorded by' },
  ruling: { zh: '复核', en: 'Checked' },
  takenBack: { zh: '渠道退回', en: 'Taken back' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = RECHARGE_LABELS

/** How a recharge is said. */
export const RECHARGE: Description<Recharge> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  obligationId: field<string>(WORDS.deposit, (id, names) => record('depositObligation', id, names)),
  channel: textOf(WORDS.channel),
  number: textOf(WORDS.number),
  paidOn: dayOf(WORDS.paidOn),
  amount: amountOf(WORDS.amount),
  payerName: textOf(WORDS.payerName),
  payerAccount: textOf(WORDS.payerAccount),
  evidence: textOf(WORDS.evidence),
  attachments,
  recorded: field<Recharge['recorded']>(WORDS.recorded, ({ byName, at }) =>
    phrase(text(byName), instant(at)),
  ),
  ruling: field<Recharge['ruling']>(WORDS.ruling, (ruling) =>
    ruling === null
      ? NOTHING
      : phrase(
          term(ruling.outcome, RECHARGE_RULING_WORDS[ruling.outcome]),
          labelled(LABELS.reason, text(ruling.reason)),
          text(ruling.byName),
          instant(ruling.at),
        ),
  ),
  takenBack: field<Recharge['takenBack']>(WORDS.takenBack, (taken) =>
    taken === null ? NOTHING : phrase(text(taken.reason), text(taken.byName), instant(taken.at)),
  ),
  history,
  updatedAt: UNSAID,
}
