import { z } from 'zod'
import { changedSettingsSchema, matchSettingsRecordSchema } from '../records/match-settings.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS } from './who-may.ts'

const { marketplace, number } = matchSettingsRecordSchema.shape

/** What is decided about matching settings 认领设置. */
export const MATCHING_COMMANDS = {
  /** `number` is the one after those on screen: settings that somebody else set meanwhile are not passed over unseen. */
  'matching.set': {
    about: 'matchSettings',
    makesRecord: true,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      marketplace,
      number,
      settings: changedSettingsSchema,
      reason: noteSchema.min(4),
    }),
  },
} as const satisfies CommandSheets
