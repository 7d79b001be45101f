import type { DepositSection } from '../../policy/deposit-section.ts'
import type { MatchSettings } from './match-types.ts'

const DEPOSIT_WORD = '保证金'

/** The settings of a marketplace: its remark pattern, or the deposit word alone where it asks for none. */
export function matchSettings(deposit: DepositSection | null): MatchSettings {
  return {
    pattern: deposit?.remark ?? { fixedPart: DEPOSIT_WORD, depositWord: DEPOSIT_WORD },
    bankWords: [
      '退汇',
      '退回',
      '冲正',
      '冲账',
      '冲销',
      '抹账',
      '撤销',
      '结息',
      '利息',
      '手续费',
      '工本费',
      '管理费',
    ],
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
