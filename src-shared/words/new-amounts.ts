import type { Bilingual } from '../base/bilingual.ts'
import type { NewAmountState } from '../contracts/console-engine/deposits.ts'

/** What is decided about the difference to a new amount. */
export const NEW_AMOUNT_WORDS: Readonly<Record<NewAmountState, Bilingual>> = {
  undecided: { zh: '待裁定', en: 'To be decided' },
  owed: { zh: '须补缴', en: 'Owed' },
  'not-owed': { zh: '不须补缴', en: 'Not owed' },
}
