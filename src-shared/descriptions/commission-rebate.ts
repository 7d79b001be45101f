import type { Bilingual } from '../base/bilingual.ts'
import type { CommissionRebate } from '../contracts/console-platform/records/commission-rebate.ts'
import { type Description, field, parts, UNSAID } from '../values/description.ts'
import { REBATE_WORDS } from '../words/settlement.ts'
import { amountOf, dayOf, history, instantOf, LABELS, marketplace, oneOf, record, textOf } from './common.ts'

/** What of a rebate is called what. */
export const COMMISSION_REBATE_LABELS = {
  month: { zh: '结算月份', en: 'Month' },
  statement: { zh: '结算单', en: 'Statement' },
  amount: { zh: '返还金额', en: 'Rebate' },
  way: { zh: '返还方式', en: 'Paid back' },
  returned: { zh: '返还', en: 'Returned' },
  returnedOn: { zh: '返还日期', en: 'Returned on' },
  evidence: { zh: '凭据', en: 'Evidence' },
  dropped: { zh: '取消', en: 'Dropped' },
  at: { zh: '时间', en: 'At' },
  by: { zh: '经办', en: 'By' },
} as const satisfies Readonly<Record<string, Bilingual>>
const words = COMMISSION_REBATE_LABELS

/** How is said what was paid. */
export const RETURN_SAID = {
  amount: amountOf(words.amount),
  returnedOn: dayOf(words.returnedOn),
  evidence: textOf(words.evidence),
}

const act = { at: instantOf(words.at), by: UNSAID, byName: textOf(words.by) } as const

/** How a rebate is said. */
export const COMMISSION_REBATE: Description<CommissionRebate> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  month: textOf(words.month),
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  statementId: field<string>(words.statement, (id, names) => record('settlementStatement', id, names)),
  amount: RETURN_SAID.amount,
  way: oneOf(words.way, REBATE_WORDS),
  returned: parts<NonNullable<CommissionRebate['returned']>>(
    { ...act, on: RETURN_SAID.returnedOn, evidence: RETURN_SAID.evidence },
    words.returned,
  ),
  dropped: parts<NonNullable<CommissionRebate['dropped']>>(
    { ...act, reason: textOf(LABELS.reason) },
    words.dropped,
  ),
  history,
  updatedAt: UNSAID,
}
