import type { Bilingual } from '../base/bilingual.ts'
import type { Recharge } from '../contracts/console-platform/records/recharge.ts'

type Outcome = NonNullable<Recharge['ruling']>['outcome']

/** What the second person made of a recharge. */
export const RECHARGE_RULING_WORDS: Readonly<Record<Outcome, Bilingual>> = {
  confirmed: { zh: '已确认', en: 'Confirmed' },
  refused: { zh: '未确认', en: 'Refused' },
}
