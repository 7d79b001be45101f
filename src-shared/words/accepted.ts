import type { Bilingual } from '../base/bilingual.ts'
import type { Acceptable } from '../contracts/console-platform/records/bank-statement.ts'

/** What a person took upon herself with an import, in short. */
export const ACCEPTED_WORDS: Readonly<Record<Acceptable, Bilingual>> = {
  'account-unnamed': { zh: '文件没有写明账号', en: 'The file names no account' },
  'account-differs': { zh: '文件写明的是另一账号', en: 'The file names another account' },
  unproven: { zh: '文件本身无法证明金额', en: 'Nothing in the file proves its amounts' },
  contradicted: { zh: '银行的数字前后不符', en: 'The bank contradicts itself' },
  'rows-left-out': { zh: '有可能是流水的行未导入', en: 'Rows that may be money were left out' },
  undecodable: { zh: '有字符无法还原', en: 'Characters could not be decoded' },
  'not-continuous': { zh: '期初余额与上一份对账单不连续', en: 'Does not open with the last closing balance' },
  overlapping: { zh: '有流水落在已导入的期间内', en: 'Lines in days that were imported without them' },
}
