import type { Bilingual } from '../base/bilingual.ts'
import type { Supervision, SupervisionStep } from '../contracts/console-platform/records/supervision.ts'
import { type Description, entries, type Names, tell, UNSAID } from '../values/description.ts'
import { instant, type Labelled, labelled, phrase, text, type Value } from '../values/value.ts'
import {
  DELIVERY_WAY_WORDS,
  REVIEW_WORDS,
  SUPERVISION_RULING_WORDS,
  SUPERVISION_WORDS,
} from '../words/orders.ts'
import { attachments, instantOf, LABELS, marketplace, oneOf, textOf, yesNoOf } from './common.ts'
import { ORDER } from './order.ts'

/** What the fields of a supervision are called. */
export const SUPERVISION_LABELS = {
  delivery: { zh: '交付方式', en: 'Way of delivery' },
  reason: LABELS.reason,
  deliveredAt: { zh: '交付时间', en: 'Delivered' },
  deliverable: { zh: '交付验收件', en: 'Proof of delivery' },
  filedAt: { zh: '存放处', en: 'Filed at' },
  sha256: { zh: '文件 SHA-256', en: 'SHA-256 of the file' },
  governmentVoucher: { zh: '使用赋能云政府现金券', en: 'Government cash voucher used' },
  confirmedAt: { zh: '买家确认验收', en: 'Confirmed by the buyer' },
  rejectedAt: { zh: '买家驳回', en: 'Rejected by the buyer' },
  appealedAt: { zh: '买家申诉', en: 'Appealed by the buyer' },
  statement: { zh: '申诉内容', en: 'What the buyer says' },
  evidence: { zh: '证据', en: 'Evidence' },
  reviewStep: { zh: '复核环节', en: 'Review step' },
  reviewOutcome: { zh: '复核结果', en: 'Outcome' },
  ruling: { zh: '裁定', en: 'Decision' },
  completedAt: { zh: '完成时间', en: 'Completed' },
  reported: { zh: '市场报告的状态', en: 'State reported by the marketplace' },
  began: { zh: '登记时的状态', en: 'State at the first entry' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = SUPERVISION_LABELS
const STEPS: Bilingual = { zh: '经过', en: 'What happened' }

type Said = {
  readonly [S in SupervisionStep['step']]: Description<Extract<SupervisionStep, { step: S }>['said']>
}

/** How is said what each step tells, in the record and in the command that adds it. */
export const SUPERVISION_SAID: Said = {
  opened: { delivery: oneOf(WORDS.delivery, DELIVERY_WAY_WORDS), reason: textOf(WORDS.reason) },
  delivered: {
    deliveredAt: instantOf(WORDS.deliveredAt),
    deliverable: textOf(WORDS.deliverable),
    filedAt: textOf(WORDS.filedAt),
    sha256: textOf(WORDS.sha256),
    attachments,
    governmentVoucher: yesNoOf(WORDS.governmentVoucher),
  },
  confirmed: {
    confirmedAt: instantOf(WORDS.confirmedAt),
    evidence: textOf(WORDS.evidence),
    attachments,
  },
  rejected: {
    rejectedAt: instantOf(WORDS.rejectedAt),
    reason: textOf(WORDS.reason),
    evidence: textOf(WORDS.evidence),
    attachments,
  },
  reviewed: {
    step: textOf(WORDS.reviewStep),
    outcome: oneOf(WORDS.reviewOutcome, REVIEW_WORDS),
    evidence: textOf(WORDS.evidence),
    attachments,
  },
  appealed: {
    appealedAt: instantOf(WORDS.appealedAt),
    statement: textOf(WORDS.statement),
    evidence: textOf(WORDS.evidence),
    attachments,
  },
  decided: { outcome: oneOf(WORDS.ruling, SUPERVISION_RULING_WORDS), reason: textOf(WORDS.reason) },
  completed: { completedAt: instantOf(WORDS.completedAt) },
  reported: { state: oneOf(WORDS.reported, SUPERVISION_WORDS) },
}

/** How a supervision is said. */
export const SUPERVISION: Description<Supervision> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  number: ORDER.number,
  productName: ORDER.productName,
  began: oneOf(WORDS.began, SUPERVISION_WORDS),
  steps: entries<SupervisionStep>(STEPS, ({ at, step }) => `${at} ${step}`, stepSaid),
  updatedAt: UNSAID,
}

function stepSaid(step: SupervisionStep, names: Names): Value {
  const said = tellStep(step, names).map(({ label, value }) => labelled(label, value))
  return phrase(...said, text(step.byName), instant(step.at))
}

/** What a step tells, field by field. */
export function tellStep(step: SupervisionStep, names: Names): Labelled[] {
  switch (step.step) {
    case 'opened':
      return tell(SUPERVISION_SAID.opened, step.said, names)
    case 'delivered':
      return tell(SUPERVISION_SAID.delivered, step.said, names)
    case 'confirmed':
      return tell(SUPERVISION_SAID.confirmed, step.said, names)
    case 'rejected':
      return tell(SUPERVISION_SAID.rejected, step.said, names)
    case 'reviewed':
      return tell(SUPERVISION_SAID.reviewed, step.said, names)
    case 'appealed':
      return tell(SUPERVISION_SAID.appealed, step.said, names)
    case 'decided':
      return tell(SUPERVISION_SAID.decided, step.said, names)
    case 'completed':
      return tell(SUPERVISION_SAID.completed, step.said, names)
    case 'reported':
      return tell(SUPERVISION_SAID.reported, step.said, names)
  }
}
