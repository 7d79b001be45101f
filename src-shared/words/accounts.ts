import type { Bilingual } from '../base/bilingual.ts'
import type { HeldAccount } from '../contracts/console-platform/accounts.ts'

type InWords<Key extends string> = Readonly<Record<Key, Bilingual>>

/** Where an account stands. */
export const ACCOUNT_STATE_WORDS: InWords<HeldAccount['state']> = {
  invited: { zh: '已邀请', en: 'Invited' },
  active: { zh: '在用', en: 'Active' },
  deactivated: { zh: '已停用', en: 'Deactivated' },
}

/** How it stands with the second factor of an account. */
export const SECOND_FACTOR_WORDS: InWords<HeldAccount['secondFactor']> = {
  on: { zh: '已设置', en: 'Set up' },
  missing: { zh: '须设置', en: 'To be set up' },
  off: { zh: '未设置', en: 'None' },
}
