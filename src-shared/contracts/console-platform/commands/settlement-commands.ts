import { z } from 'zod'
import { marketplaceSchema } from '../../../base/ids.ts'
import { plainMonthSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { ADJUSTMENT_KINDS } from '../../../rules/settlement/statement-line.ts'
import { closeCheckSchema } from '../records/settlement-month.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/** What is decided about a month of a marketplace, about a provider's statement of it, and about an adjustment. */
export const SETTLEMENT_COMMANDS = {
  /** 确认结算. `net` is what was seen. */
  'settlement.commit': {
    about: 'settlementStatement',
    makesRecord: false,
    roles: FINANCE,
    offline: 'refused',
    seen: 'compared',
    arguments: z.strictObject({ net: fenSchema }),
  },
  /** 作废: the statement and its lines stay, and the month is open again for the provider. */
  'settlement.void': {
    about: 'settlementStatement',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'refused',
    seen: 'compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** Settles the month anew for every provider that has not committed it; the draft before is no more. */
  'settlement.draft': {
    about: 'settlementMonth',
    makesRecord: true,
    roles: FINANCE,
    offline: 'refused',
    seen: 'not-compared',
    arguments: z.strictObject({ marketplace: marketplaceSchema, month: plainMonthSchema }),
  },
  /** Lets a check be, with why; it holds for the draft that was seen. */
  'settlement.skip-check': {
    about: 'settlementMonth',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ check: closeCheckSchema, reason: noteSchema.min(4) }),
  },
  /** Writes an adjustment for a month that is open for the provider. */
  'settlement.adjust': {
    about: 'settlementAdjustment',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({
      marketplace: marketplaceSchema,
      month: plainMonthSchema,
      providerId: z.string().min(1).max(64),
      kind: z.enum(ADJUSTMENT_KINDS),
      /** Fen; negative takes from the provider. */
      amount: fenSchema.refine((amount) => amount !== 0, 'an adjustment moves something'),
      taxBasisPoints: z.int().min(0).max(10_000).nullable(),
      reason: noteSchema.min(4),
    }),
  },
} as const satisfies CommandSheets
