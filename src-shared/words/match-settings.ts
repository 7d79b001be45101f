import type { Bilingual } from '../base/bilingual.ts'
import type { MatchSettingsShown } from '../contracts/console-platform/records/match-settings.ts'

/** What the parts of matching settings are called. */
export const MATCH_SETTING_WORDS = {
  fixedPart: { zh: '附言固定部分', en: 'Fixed part of the remark' },
  depositWord: { zh: '保证金字样', en: 'Word for a deposit' },
  bankWords: { zh: '银行自己的字样', en: "The bank's own words" },
  otherPurposes: { zh: '其他用途字样', en: 'Words of other purposes' },
  unlikePerMille: { zh: '名称差异上限（千分之）', en: 'Largest difference of names (per mille)' },
} as const satisfies Readonly<Record<keyof MatchSettingsShown, Bilingual>>
