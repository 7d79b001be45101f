import type { DepositSection } from '../../policy/deposit-section.ts'
import { OWN_WORDS, RETURN_WORDS } from './bank-words.ts'
import type { MatchSettings } from './match-types.ts'

const DEPOSIT_WORD = '保证金'
/** A transfer may be a vendor's all the same: only what none of them pays is named. */
const BANK_WORDS = [
  ...RETURN_WORDS,
  ...OWN_WORDS.flatMap(({ direction, words }) => (direction === null ? [] : words)),
]

/** The settings of a marketplace: its remark pattern, or the deposit word alone where it asks for none. */
export function matchSettings(deposit: DepositSection | null): MatchSettings {
  return {
    pattern: deposit?.remark ?? { fixedPart: DEPOSIT_WORD, depositWord: DEPOSIT_WORD },
    bankWords: BANK_WORDS,
    otherPurposes: [
      '货款',
      '服务费',
      '费用',
      '租金',
      '工资',
      '借款',
      '还款',
      '退款',
      '佣金',
      '报销',
      '投资款',
    ],
    unlikePerMille: 340,
  }
}
