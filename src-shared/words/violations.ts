import type { Bilingual } from '../base/bilingual.ts'
import type { AppealRuling, ViolationRuling } from '../contracts/console-platform/records/violation.ts'

/** What a ruling on a violation says. */
export const RULING_WORDS: Readonly<Record<ViolationRuling['outcome'], Bilingual>> = {
  upheld: { zh: '违规成立', en: 'Upheld' },
  dismissed: { zh: '违规不成立', en: 'Dismissed' },
}

/** What a ruling on an appeal says. */
export const APPEAL_WORDS: Readonly<Record<AppealRuling['outcome'], Bilingual>> = {
  kept: { zh: '维持原裁定', en: 'Ruling kept' },
  lifted: { zh: '撤销原裁定', en: 'Ruling lifted' },
}
