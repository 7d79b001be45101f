import { z } from 'zod'
import { instantSchema } from '../../../base/ids.ts'
import { plainDateSchema, plainMonthSchema } from '../../../calendar/plain-date.ts'
import {
  invoiceFactsSchema,
  invoiceOriginSchema,
  invoicePaperSchema,
  providerInvoiceSchema,
  redConfirmationSchema,
  VERIFY_RESULTS,
} from '../records/invoice.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { FINANCE } from './who-may.ts'

const { providerId, payoutId } = providerInvoiceSchema.shape
const { number, reason, enteredAt, waitsFor } = redConfirmationSchema.shape
const happenedAt = instantSchema

/** What is decided about an invoice of a provider 发票. */
export const INVOICE_COMMANDS = {
  /** What the tax site said of it 查验. */
  'invoice.verify-result': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['checkedOn'],
    arguments: z.strictObject({
      result: z.enum(VERIFY_RESULTS),
      checkedOn: plainDateSchema,
      note: noteSchema,
    }),
  },
  /** A red letter was entered 红字确认单: it waits for us or for the seller, 72 hours, or for nobody. */
  'invoice.enter-red-letter': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['enteredAt'],
    arguments: z.strictObject({ number, reason, enteredAt, waitsFor }),
  },
  /** Whoever has to confirmed it at the bureau, within the hours for it; noted here whenever we hear. */
  'invoice.confirm-red-letter': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    happened: ['happenedAt'],
    arguments: z.strictObject({ number, happenedAt }),
  },
  'invoice.refuse-red-letter': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'compared',
    happened: ['happenedAt'],
    arguments: z.strictObject({ number, happenedAt, reason: noteSchema.min(4) }),
  },
  /** Whoever entered it withdrew it at the bureau, before it was confirmed or after. */
  'invoice.withdraw-red-letter': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['happenedAt'],
    arguments: z.strictObject({ number, happenedAt, reason: noteSchema.min(4) }),
  },
  /** 专票 ticked for deduction 抵扣勾选 in a tax period. */
  'invoice.tick-deduction': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['period'],
    arguments: z.strictObject({ period: plainMonthSchema }),
  },
  'invoice.untick-deduction': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  /** The paper of an invoice whose file came first, or the paper set right. */
  'invoice.record-paper': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['receivedOn'],
    arguments: invoicePaperSchema,
  },
  /** It was recorded by mistake: its number is free again. */
  'invoice.withdraw': {
    about: 'invoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
  'invoice.record': {
    about: 'invoice',
    makesRecord: true,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['issuedOn', 'paper.receivedOn'],
    arguments: z.strictObject({
      providerId,
      payoutId,
      ...invoiceOriginSchema.shape,
      ...invoiceFactsSchema.shape,
    }),
  },
} as const satisfies CommandSheets
