import type { Outcome, RejectionCode } from './commands.ts'
import type { Column, Columns, KindSheet, Versioned } from './kinds/define-kind.ts'
import { RECORD_KIND_NAMES, RECORD_KINDS, type RecordKind, type WireRow } from './records/record-kinds.ts'

/**
 * What consoles of older protocols get: the kinds, columns and fields of theirs, by what the sheets say of each one's
 * `since`, `formerly` and `before`. In the newest protocol everything is as it is stored.
 */
export function kindsIn(protocol: number): RecordKind[] {
  return RECORD_KIND_NAMES.filter((kind) => RECORD_KINDS[kind].since <= protocol)
}

/** What of a sheet tells how it came to be. */
interface Story {
  readonly columns: Readonly<Record<string, Pick<Column<never>, 'since' | 'formerly'>>>
  readonly before: Readonly<Record<number, unknown>>
}
type Sheet<R extends Versioned> = Pick<KindSheet<R, Columns<R>>, 'columns' | 'before'>

/** Names of a kind's columns in a protocol, in wire order. */
export function columnNamesIn({ columns }: Pick<Story, 'columns'>, protocol: number): string[] {
  return Object.entries(columns).flatMap(([name, { since = 0, formerly }]) => {
    if (since > protocol) return []
    return formerly !== undefined && protocol <= formerly.until ? [formerly.name] : [name]
  })
}

/** Whether the rows of a kind are the same in a protocol as in the newest; its columns may have other names. */
export function isAlikeIn(sheet: Story, protocol: number): boolean {
  const isKnown = Object.values(sheet.columns).every(({ since = 0 }) => since <= protocol)
  return isKnown && changesAfter(sheet, protocol).length === 0
}

/** The row of a record as a protocol has it. */
export function wireRowIn<R extends Versioned>(sheet: Sheet<R>, record: R, protocol: number): WireRow {
  const lifted = Object.values(sheet.columns).flatMap(({ since = 0, lift }) =>
    since > protocol ? [] : [lift(record)],
  )
  return [record.id, record.version, ...lifted, JSON.stringify(recordIn(sheet, record, protocol))]
}

/** A record as a protocol has it: each protocol since then takes back what it added. */
export function recordIn<R extends Versioned>(sheet: Sheet<R>, record: R, protocol: number): object {
  return changesAfter(sheet, protocol).reduce<R>((newer, change) => {
    // What an earlier protocol changed is still in the record that a later one has cut.
    return (sheet.before[change]?.(newer) ?? newer) as R
  }, record)
}

/** The protocols after one that changed a kind's record, newest first. */
function changesAfter({ before }: Pick<Story, 'before'>, protocol: number): number[] {
  const changed = Object.keys(before).map(Number)
  return changed.filter((each) => each > protocol).sort((left, right) => right - left)
}

/** Refusals that consoles of protocol 3 know. */
type CodeOf3 =
  | 'unknown-record'
  | 'bad-arguments'
  | 'wrong-state'
  | 'conditions-failed'
  | 'must-findings-open'
  | 'provider-not-open'
  | 'deposit-not-settled'
  | 'contract-missing'
  | 'unknown-finding'
  | 'unknown-operator'
  | 'command-id-reused'
  | 'version-not-greater'
  | 'parts-do-not-sum'
  | 'unknown-deposit'
  | 'other-marketplace'
  | 'wrong-direction'
  | 'refund-not-approved'
  | 'refund-rests-on-it'
  | 'not-the-original'
  | 'not-refundable'
  | 'same-person'
  | 'account-exists'
  | 'lines-differ'
  | 'not-accepted'
  | 'lines-known'

/** What each refusal that came later is to consoles of protocol 3; without one for each this does not compile. */
const CODE_BEFORE_4: Readonly<Record<Exclude<RejectionCode, CodeOf3>, CodeOf3>> = {
  'file-missing': 'bad-arguments',
  'seen-differs': 'wrong-state',
  'note-missing': 'bad-arguments',
  'refund-held': 'wrong-state',
  'violation-open': 'wrong-state',
  'rule-differs': 'bad-arguments',
  'settings-moved': 'wrong-state',
  'recharge-known': 'wrong-state',
  'more-than-held': 'not-refundable',
  'payee-unproven': 'not-refundable',
  'month-exists': 'wrong-state',
  'month-not-over': 'wrong-state',
  'month-closed': 'wrong-state',
  'earlier-month-open': 'wrong-state',
  'later-month-rests': 'wrong-state',
  'draft-outdated': 'wrong-state',
  'check-open': 'wrong-state',
  'lines-matched': 'wrong-state',
  'later-import-rests': 'wrong-state',
  'orders-differ': 'lines-differ',
  'orders-known': 'lines-known',
  'order-changed': 'wrong-state',
  'order-settled': 'wrong-state',
  'order-confirmed': 'wrong-state',
  'unknown-provider': 'unknown-record',
  'unknown-original': 'unknown-record',
  'too-early': 'bad-arguments',
  'unknown-marketplace': 'bad-arguments',
  'version-not-raised': 'bad-arguments',
  'not-supervised': 'wrong-state',
  'appeal-too-early': 'wrong-state',
  'other-review-step': 'bad-arguments',
  'payments-paused': 'wrong-state',
  'month-not-payable': 'wrong-state',
  'payout-check-failed': 'wrong-state',
  'reason-missing': 'bad-arguments',
  'account-not-approved': 'wrong-state',
  'account-known': 'account-exists',
  'payout-rests': 'wrong-state',
  'payment-not-payable': 'wrong-state',
  'file-differs': 'bad-arguments',
  'amount-differs': 'bad-arguments',
  'number-used': 'bad-arguments',
  'not-to-us': 'bad-arguments',
  'unknown-invoice': 'unknown-record',
  'original-elsewhere': 'bad-arguments',
  'red-letter-elsewhere': 'bad-arguments',
  'red-letters-exceed': 'bad-arguments',
  'red-letter-rests': 'wrong-state',
  'buyer-differs': 'bad-arguments',
  'rebate-returned': 'wrong-state',
  'day-impossible': 'bad-arguments',
  'invoice-doubtful': 'wrong-state',
  'template-moved': 'wrong-state',
  'unknown-placeholder': 'bad-arguments',
  'matter-open': 'wrong-state',
  'own-account': 'same-person',
  'last-admin': 'wrong-state',
  'email-taken': 'account-exists',
  'staff-number-taken': 'account-exists',
}

/** An outcome as a protocol has it; `kind` is that of the record the command was about. */
export function outcomeIn(outcome: Outcome, kind: RecordKind, protocol: number): Outcome {
  if (outcome.kind === 'rejected' && protocol < 4) {
    const older: Partial<Record<RejectionCode, CodeOf3>> = CODE_BEFORE_4
    return { ...outcome, code: older[outcome.code] ?? outcome.code }
  }
  if (outcome.kind === 'conflict') {
    return { ...outcome, current: currentIn(kind, outcome.current, protocol) }
  }
  return outcome
}

/** A record that is none of the schema any more is of no use to anybody older either. */
function currentIn<K extends RecordKind>(kind: K, current: unknown, protocol: number): object | null {
  const parsed = RECORD_KINDS[kind].schema.safeParse(current)
  return parsed.success ? recordIn(RECORD_KINDS[kind], parsed.data, protocol) : null
}
