import type { z } from 'zod'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import {
  COMMANDS,
  type CommandAbout,
  type CommandType,
  type DecidedKind,
} from '#shared/contracts/console-platform/commands.ts'
import { closeDraft, contactDraft, contactNoteDraft, handOverDraft } from './contact-drafts.ts'
import {
  accountDraft,
  adjustDraft,
  contractDraft,
  courierDraft,
  type DraftSheet,
  emptyDraft,
  matchDraft,
  monthDraft,
  newAmountDraft,
  overrideDraft,
  reasonDraft,
  refundDraft,
  skipDraft,
  ticketDraft,
  verdictDraft,
  waiveDraft,
  withdrawDraft,
} from './drafts.ts'
import { numberDraft, redLetterDraft } from './invoice-drafts.ts'
import { cancelNoticeDraft, resendDraft, toldDraft } from './notice-drafts.ts'
import { offlineOrderDraft } from './offline-order-draft.ts'
import { answerDraft, batchDraft, sentDraft } from './payout-batch-drafts.ts'
import { bankAccountDraft, payoutDraft, verifyingDraft } from './payout-drafts.ts'
import { leaveDraft, provenDraft, termDraft, verificationDraft } from './provider-drafts.ts'
import {
  confirmedRedDraft,
  enteredRedDraft,
  invoiceDraft,
  paperDraft,
  refusedRedDraft,
  tickDraft,
  verifyResultDraft,
} from './provider-invoice-drafts.ts'
import { returnDraft } from './rebate-drafts.ts'
import { rechargeDraft } from './recharge-drafts.ts'
import {
  buyerAppealDraft,
  confirmationDraft,
  deliveryDraft,
  openingDraft,
  rejectionDraft,
  reviewDraft,
  supervisionRulingDraft,
} from './supervision-drafts.ts'
import { inviteDraft, personDraft, rolesDraft } from './user-drafts.ts'
import { appealDraft, appealRulingDraft, rulingDraft, violationDraft } from './violation-drafts.ts'

/** How a command is given at a case. */
interface CommandForm<T extends CommandType> {
  /** Its button in the decision bar; `apart` where it cannot be undone or hurts the vendor. Null: it is elsewhere. */
  readonly button: 'beside' | 'apart' | null
  /** Its key, beside `decide`, which gives the one the filled button names. */
  readonly key: KeyMeaning | null
  /** What stands in its form; null where it is given without one. */
  readonly draft: DraftSheet<T> | null
  /** Whether the next case opens, or there is more to do with this one. */
  readonly after: 'next-case' | 'stay'
}

const verdict = { draft: verdictDraft, after: 'next-case' } as const
const step = { draft: null, after: 'stay' } as const

/** The form of every command: which button and key, what is written in it, what comes after. */
export const COMMAND_FORMS = {
  'application.assign': { button: null, key: 'assign-to-me', ...step },
  'application.start-review': { button: 'beside', key: 'start-review', ...step },
  'application.request-changes': { button: 'beside', key: 'ask-changes', ...verdict },
  'application.approve': { button: 'beside', key: null, ...verdict },
  'application.reject': { button: 'apart', key: 'refuse', ...verdict },
  'application.record-contract': {
    button: 'beside',
    key: 'record-contract',
    draft: contractDraft,
    after: 'stay',
  },
  'application.open': { button: 'beside', key: 'put-live', draft: null, after: 'next-case' },
  'listing.assign': { button: null, key: 'assign-to-me', ...step },
  'listing.start-review': { button: 'beside', key: 'start-review', ...step },
  'listing.request-changes': { button: 'beside', key: 'ask-changes', ...verdict },
  'listing.approve': { button: 'beside', key: null, ...verdict },
  'listing.reject': { button: 'apart', key: 'refuse', ...verdict },
  'listing.override-finding': { button: null, key: null, draft: overrideDraft, after: 'stay' },
  'listing.publish': { button: 'beside', key: 'put-live', draft: null, after: 'next-case' },
  'listing.propose-delisting': { button: 'apart', key: 'propose-delisting', ...verdict },
  'listing.delist': { button: 'apart', key: 'delist', ...verdict },
  'deposit.waive': { button: 'beside', key: 'waive', draft: waiveDraft, after: 'next-case' },
  'deposit.match': { button: null, key: null, draft: matchDraft, after: 'next-case' },
  'deposit.unmatch': { button: 'beside', key: 'unmatch-line', draft: reasonDraft, after: 'stay' },
  'deposit.issue-receipt': { button: 'beside', key: 'issue-receipt', draft: emptyDraft, after: 'stay' },
  'deposit.request-refund': {
    button: 'beside',
    key: 'request-refund',
    draft: refundDraft,
    after: 'next-case',
  },
  'deposit.approve-refund': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'deposit.decline-refund': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'next-case' },
  'deposit.hold-refund': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'deposit.lift-refund-hold': { button: 'beside', key: null, draft: reasonDraft, after: 'stay' },
  'deposit.decide-new-amount': {
    button: 'beside',
    key: null,
    draft: newAmountDraft,
    after: 'next-case',
  },
  'deposit.record-ticket': { button: 'beside', key: null, draft: ticketDraft, after: 'stay' },
  'deposit.send-receipt': { button: 'beside', key: null, draft: courierDraft, after: 'stay' },
  'invoice.record': { button: null, key: null, draft: invoiceDraft, after: 'stay' },
  'invoice.verify-result': { button: 'beside', key: null, draft: verifyResultDraft, after: 'stay' },
  'invoice.enter-red-letter': { button: 'beside', key: null, draft: enteredRedDraft, after: 'stay' },
  'invoice.confirm-red-letter': { button: 'beside', key: null, draft: confirmedRedDraft, after: 'stay' },
  'invoice.refuse-red-letter': { button: 'apart', key: 'refuse', draft: refusedRedDraft, after: 'stay' },
  'invoice.withdraw-red-letter': { button: 'apart', key: null, draft: refusedRedDraft, after: 'stay' },
  'invoice.tick-deduction': { button: 'beside', key: null, draft: tickDraft, after: 'next-case' },
  'invoice.untick-deduction': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'invoice.record-paper': { button: 'beside', key: null, draft: paperDraft, after: 'stay' },
  'invoice.withdraw': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'payout.batch': { button: null, key: null, draft: batchDraft, after: 'stay' },
  'payout.export-batch': { button: null, key: null, draft: null, after: 'stay' },
  'payout.mark-sent': { button: 'beside', key: null, draft: sentDraft, after: 'stay' },
  'payout.record-answer': { button: 'beside', key: null, draft: answerDraft, after: 'stay' },
  'payout.drop-batch': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'payout.request': { button: null, key: null, draft: payoutDraft, after: 'stay' },
  'payout.verify': { button: 'beside', key: null, draft: verifyingDraft, after: 'next-case' },
  'payout.approve': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'payout.send-back': { button: 'apart', key: null, draft: reasonDraft, after: 'next-case' },
  'payout.reject': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'next-case' },
  'payout.cancel': { button: 'apart', key: null, draft: reasonDraft, after: 'next-case' },
  'provider.propose-bank-account': { button: null, key: null, draft: bankAccountDraft, after: 'stay' },
  'provider.approve-bank-account': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'provider.refuse-bank-account': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'next-case' },
  'recharge.record': { button: null, key: null, draft: rechargeDraft, after: 'stay' },
  'recharge.confirm': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'recharge.refuse': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'next-case' },
  'recharge.take-back': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'payout.set-template': { button: null, key: null, ...step },
  'matching.set': { button: null, key: null, ...step },
  'violation.record': { button: null, key: null, draft: violationDraft, after: 'stay' },
  'violation.decide': { button: 'beside', key: null, draft: rulingDraft, after: 'next-case' },
  'violation.record-appeal': { button: 'beside', key: null, draft: appealDraft, after: 'stay' },
  'violation.decide-appeal': { button: 'beside', key: null, draft: appealRulingDraft, after: 'next-case' },
  'bank.open-account': { button: null, key: null, draft: accountDraft, after: 'stay' },
  'bank.withdraw-statement': { button: null, key: null, draft: withdrawDraft, after: 'stay' },
  'bank.import-statement': { button: null, key: null, ...step },
  'settlement.commit': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'settlement.void': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'settlement.draft': { button: 'beside', key: null, draft: monthDraft, after: 'stay' },
  'settlement.skip-check': { button: null, key: null, draft: skipDraft, after: 'stay' },
  'settlement.adjust': { button: null, key: null, draft: adjustDraft, after: 'stay' },
  'commission-invoice.record-number': {
    button: 'beside',
    key: null,
    draft: numberDraft,
    after: 'next-case',
  },
  'commission-invoice.record-red-letter': {
    button: 'beside',
    key: null,
    draft: redLetterDraft,
    after: 'next-case',
  },
  'commission-invoice.mark-exported': { button: null, key: null, ...step },
  'commission-invoice.take-back-number': {
    button: 'apart',
    key: 'refuse',
    draft: reasonDraft,
    after: 'stay',
  },
  'rebate.record-return': { button: 'beside', key: null, draft: returnDraft, after: 'next-case' },
  'rebate.take-back-return': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'order.import': { button: null, key: null, ...step },
  'control.adopt': { button: 'beside', key: null, draft: emptyDraft, after: 'stay' },
  'control.propose': { button: null, key: null, ...step },
  'policy.adopt': { button: 'beside', key: null, draft: emptyDraft, after: 'stay' },
  'policy.propose': { button: null, key: null, ...step },
  'policy.decline': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'calendar.adopt': { button: 'beside', key: null, draft: emptyDraft, after: 'stay' },
  'calendar.import': { button: null, key: null, ...step },
  'calendar.decline': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'control.decline': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'supervision.record-delivery': { button: 'beside', key: null, draft: deliveryDraft, after: 'stay' },
  'supervision.confirm': { button: 'beside', key: null, draft: confirmationDraft, after: 'stay' },
  'supervision.decide': { button: 'beside', key: null, draft: supervisionRulingDraft, after: 'stay' },
  'supervision.record-review': { button: 'beside', key: null, draft: reviewDraft, after: 'stay' },
  'supervision.reject': { button: 'apart', key: 'refuse', draft: rejectionDraft, after: 'stay' },
  'supervision.appeal': { button: 'apart', key: null, draft: buyerAppealDraft, after: 'stay' },
  'supervision.open': { button: 'apart', key: null, draft: openingDraft, after: 'stay' },
  'notice.mark-told': { button: 'beside', key: null, draft: toldDraft, after: 'next-case' },
  'notice.resend': { button: 'beside', key: null, draft: resendDraft, after: 'next-case' },
  'notice.cancel': { button: 'apart', key: null, draft: cancelNoticeDraft, after: 'next-case' },
  'notice.set-template': { button: null, key: null, draft: null, after: 'stay' },
  'contact.record-answer': { button: 'beside', key: null, draft: contactNoteDraft, after: 'stay' },
  'contact.close': { button: 'beside', key: null, draft: closeDraft, after: 'next-case' },
  'contact.hand-over': { button: 'beside', key: null, draft: handOverDraft, after: 'stay' },
  'contact.note': { button: 'beside', key: null, draft: contactNoteDraft, after: 'stay' },
  'contact.reopen': { button: 'apart', key: null, draft: contactNoteDraft, after: 'stay' },
  'contact.open': { button: null, key: null, draft: contactDraft, after: 'stay' },
  'provider.record-term': { button: 'beside', key: null, draft: termDraft, after: 'stay' },
  'provider.re-verify': { button: 'beside', key: null, draft: verificationDraft, after: 'stay' },
  'provider.resume': { button: 'beside', key: null, draft: provenDraft, after: 'stay' },
  'provider.resume-payouts': { button: 'beside', key: null, draft: provenDraft, after: 'stay' },
  'provider.pause-payouts': { button: 'apart', key: null, draft: provenDraft, after: 'stay' },
  'provider.suspend': { button: 'apart', key: null, draft: provenDraft, after: 'stay' },
  'provider.leave': { button: 'apart', key: null, draft: leaveDraft, after: 'stay' },
  'provider.close': { button: 'apart', key: null, draft: provenDraft, after: 'stay' },
  'order.record-offline': { button: null, key: null, draft: offlineOrderDraft, after: 'stay' },
  'order.confirm-offline': { button: 'beside', key: null, draft: emptyDraft, after: 'next-case' },
  'user.set-roles': { button: 'beside', key: null, draft: rolesDraft, after: 'stay' },
  'user.change': { button: 'beside', key: null, draft: personDraft, after: 'stay' },
  'user.sign-out-everywhere': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'user.reset-second-factor': { button: 'apart', key: null, draft: reasonDraft, after: 'stay' },
  'user.deactivate': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'stay' },
  'user.activate': { button: 'beside', key: null, draft: reasonDraft, after: 'stay' },
  'user.invite': { button: null, key: null, draft: inviteDraft, after: 'stay' },
  'order.refuse-offline': { button: 'apart', key: 'refuse', draft: reasonDraft, after: 'next-case' },
} as const satisfies { readonly [T in CommandType]: CommandForm<T> }

type Forms = typeof COMMAND_FORMS
/** A command that is given in a form. */
export type FormCommand = { [T in CommandType]: Forms[T]['draft'] extends null ? never : T }[CommandType]
/** What stands in the form of a command. */
export type CommandDraft<T extends FormCommand> = Forms[T]['draft'] extends {
  readonly schema: z.ZodType<infer Draft>
}
  ? Readonly<Draft>
  : never

export function isFormCommand(type: CommandType): type is FormCommand {
  return COMMAND_FORMS[type].draft !== null
}

/** A command about a kind of record that is given in a form. */
type FormAbout<K extends DecidedKind> = Extract<FormCommand, CommandAbout<K>>

/** The open form as one of a kind of record, whose case has no others; null while none is open. */
export function formAbout<K extends DecidedKind>(kind: K, open: FormCommand | null): FormAbout<K> | null {
  return open !== null && isAbout(kind, open) ? open : null
}

function isAbout<K extends DecidedKind>(kind: K, type: FormCommand): type is FormAbout<K> {
  return COMMANDS[type].about === kind
}
