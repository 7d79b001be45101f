import type { Bilingual } from '#shared/base/bilingual.ts'

/** What a report says in a file only. */
export const REPORT_WORDS = {
  reportSheet: { zh: '收支核对', en: 'Reconciliation' },
  linesSheet: { zh: '明细', en: 'Lines' },
  openSheet: { zh: '未认领', en: 'Unmatched' },
  account: { zh: '账号', en: 'Account' },
  holder: { zh: '户名', en: 'Holder' },
  bank: { zh: '开户行', en: 'Bank' },
  month: { zh: '月份', en: 'Month' },
  covered: { zh: '对账单覆盖', en: 'Days covered' },
  gap: { zh: '余额不连续：自、至、应为、实为', en: 'Balance jumps: from, to, expected, found' },
  reconciled: { zh: '已核平', en: 'Reconciled' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Readonly<Record<string, Bilingual>>
