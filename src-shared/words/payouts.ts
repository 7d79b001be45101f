import type { Bilingual } from '../base/bilingual.ts'
import type { ProviderAccount } from '../contracts/console-platform/records/provider-account.ts'

/** Why an account is held. */
export const HOLD_WORDS: Readonly<Record<NonNullable<ProviderAccount['held']>['why'], Bilingual>> = {
  approved: { zh: '账户新启用', en: 'A new account' },
  'provider-changed': { zh: '服务商名称或证件号码变更', en: "The provider's name or code changed" },
}
