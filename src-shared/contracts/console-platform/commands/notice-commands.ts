import { z } from 'zod'
import { cancelledSaidSchema, noticeAddressSchema, toldSaidSchema } from '../records/notice.ts'
import { noticeTemplateSchema } from '../records/notice-template.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { ADMINS, FINANCE, REVIEWERS } from './who-may.ts'

const senders = [...REVIEWERS, ...FINANCE] as const
const shared = {
  about: 'notice',
  makesRecord: false,
  roles: senders,
  offline: 'may-wait',
  seen: 'not-compared',
} as const
const { occasion, marketplace, number, texts } = noticeTemplateSchema.shape

/** What is done with a notice to a provider 通知, and with how notices are worded 通知模板. */
export const NOTICE_COMMANDS = {
  /** The provider was told by WeChat or phone. */
  'notice.mark-told': { ...shared, arguments: toldSaidSchema },
  /** A mail of its own, also where an earlier one may have arrived: a person answers for that. */
  'notice.resend': {
    ...shared,
    arguments: z.strictObject({ language: z.enum(['zh', 'en']), email: noticeAddressSchema }),
  },
  'notice.cancel': { ...shared, arguments: cancelledSaidSchema },
  /** `number` is the one after that on screen: what somebody else set meanwhile is not passed over unseen. */
  'notice.set-template': {
    about: 'noticeTemplate',
    makesRecord: true,
    roles: ADMINS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ occasion, marketplace, number, texts, reason: noteSchema.min(4) }),
  },
} as const satisfies CommandSheets
