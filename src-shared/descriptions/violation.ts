import type { Bilingual } from '../base/bilingual.ts'
import type { Violation } from '../contracts/console-platform/records/violation.ts'
import type { Citation } from '../rules/verdict.ts'
import { type Description, field, UNSAID } from '../values/description.ts'
import {
  day,
  instant,
  labelled,
  money,
  NOTHING,
  phrase,
  term,
  text,
  type Value,
  yesNo,
} from '../values/value.ts'
import { APPEAL_WORDS, RULING_WORDS } from '../words/violations.ts'
import {
  attachments,
  attachmentsSaid,
  dayOf,
  history,
  LABELS,
  marketplace,
  record,
  textOf,
} from './common.ts'
import { cited, TOP_UP_BY } from './deposit.ts'

/** What the fields of a violation are called. */
export const VIOLATION_LABELS = {
  deposit: { zh: '保证金', en: 'Deposit' },
  occurredOn: { zh: '发生日期', en: 'Happened on' },
  facts: { zh: '违规事实', en: 'What happened' },
  evidence: { zh: '证据', en: 'Evidence' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  ruling: { zh: '裁定', en: 'Ruling' },
  deduction: { zh: '扣除', en: 'Deducted' },
  topUpBy: TOP_UP_BY,
  topUpRule: { zh: '补足期限的依据', en: 'Rule of that day' },
  barsRefund: { zh: '合作终止后不予退还', en: 'No refund at the end' },
  appeal: { zh: '申诉', en: 'Appeal' },
  receivedOn: { zh: '收到申诉', en: 'Appeal received' },
  statement: { zh: '申诉内容', en: 'What the provider says' },
  appealRuling: { zh: '申诉裁定', en: 'Ruling on the appeal' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = VIOLATION_LABELS
const READING: Bilingual = { zh: '我方解读', en: 'Our reading' }

/** A rule by its sentence and source, and whether it is our reading of it. */
export function ruleSaid(rule: Citation): Value {
  return phrase(cited(rule), labelled(READING, yesNo(rule.reading)))
}

/** How a violation is said. */
export const VIOLATION: Description<Violation> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  obligationId: field<string | null>(WORDS.deposit, (id, names) =>
    id === null ? NOTHING : record('depositObligation', id, names),
  ),
  rule: field<Citation>(LABELS.rule, ruleSaid),
  occurredOn: dayOf(WORDS.occurredOn),
  facts: textOf(WORDS.facts),
  evidence: textOf(WORDS.evidence),
  attachments,
  recorded: field<Violation['recorded']>(WORDS.recordedBy, ({ byName, at }) =>
    phrase(text(byName), instant(at)),
  ),
  ruling: field<Violation['ruling']>(WORDS.ruling, (ruling) =>
    ruling === null
      ? NOTHING
      : phrase(
          term(ruling.outcome, RULING_WORDS[ruling.outcome]),
          labelled(WORDS.deduction, ruling.deduction === 0 ? NOTHING : money(ruling.deduction)),
          labelled(WORDS.topUpBy, day(ruling.topUpBy)),
          labelled(WORDS.barsRefund, ruling.outcome === 'upheld' ? yesNo(ruling.barsRefund) : NOTHING),
          labelled(LABELS.reason, text(ruling.reason)),
          text(ruling.byName),
          instant(ruling.at),
        ),
  ),
  appeal: field<Violation['appeal']>(WORDS.appeal, (appeal) =>
    appeal === null
      ? NOTHING
      : phrase(
          day(appeal.receivedOn),
          text(appeal.statement),
          labelled(WORDS.evidence, text(appeal.evidence === '' ? null : appeal.evidence)),
          attachmentsSaid(appeal.attachments),
          text(appeal.byName),
          ...(appeal.ruling === null
            ? []
            : [
                term(appeal.ruling.outcome, APPEAL_WORDS[appeal.ruling.outcome]),
                labelled(LABELS.reason, text(appeal.ruling.reason)),
                text(appeal.ruling.byName),
              ]),
        ),
  ),
  history,
  updatedAt: UNSAID,
}
