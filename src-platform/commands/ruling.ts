import type { Proof } from '#shared/bank-statements/proof.ts'
import type { RejectionCode } from '#shared/contracts/console-platform/commands.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { NoticeSubject } from '#shared/contracts/console-platform/records/notice.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Actor } from '#shared/contracts/console-platform/transitions/decision.ts'
import type { Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import type { PreparedDraft } from './prepare-draft.ts'

/** What a command is decided in: its transaction, who gives it, and when. */
export interface CommandSetting {
  readonly platform: Pick<Platform, 'policies' | 'newId' | 'noticeTemplates'>
  readonly transaction: StoreTransaction
  readonly actor: Actor
  readonly at: string
  readonly commandId: string
  /** The protocol of the console that gives it: rules for arguments that an older one lacks hold from theirs on. */
  readonly protocol: number
  /** An import, as it was prepared before the transaction; null where it was not, or it is none. */
  readonly preparedImport: PreparedImport | null
  /** As well of a file of orders. */
  readonly preparedOrders: PreparedOrders | Refusal | null
  /** A withdrawal, as it was prepared before the transaction. */
  readonly preparedWithdrawal: PreparedWithdrawal | null
  /** A month's draft, as it was prepared before the transaction. */
  readonly preparedDraft: PreparedDraft | null
  /** The orders of a statement that is to be committed, as they were read before the transaction: its lines never change. */
  readonly preparedSettled: readonly string[]
  /** What it wrote of the kinds that providers are told of, in order: `writeRecord` adds to it. */
  readonly written: Written[]
}

/** A record as a command found it and left it. */
export type Written = {
  [K in NoticeSubject]: {
    readonly kind: K
    readonly before: RecordOf[K] | null
    readonly after: RecordOf[K]
  }
}[NoticeSubject]

/** A refusal by name; `detail` says what, e.g. a rule id. */
export interface Refusal {
  readonly code: RejectionCode
  readonly detail: string
}

/** A statement unpacked, proven and held against its account, its new lines staged under the command's id. */
export interface PreparedStatement {
  readonly proof: Proof
  /** How many lines are staged: all new ones. */
  readonly staged: number
  /** Lines that the command matches, as they came; they are staged as it leaves them. */
  readonly toMatch: readonly BankLine[]
  /** Whether each of those could be matched by what the deposits were then; else it is staged open. */
  readonly allMatched: boolean
  /** SHA-256 over id and identity of all new lines, `id identity\n`. */
  readonly linesHash: string
}

/** What the arguments of an import come to for one version of its account. */
export interface PreparedImport {
  readonly accountVersion: number
  readonly statement: PreparedStatement | Refusal
}

/** Orders unpacked and held against those on record, the new ones staged under the command's id. */
export interface PreparedOrders {
  readonly staged: number
  /** Orders that the command changes, as they were and as it leaves them. */
  readonly changed: readonly { readonly before: Order; readonly after: Order }[]
  /** SHA-256 over id and number of all new orders, `id number\n`. */
  readonly ordersHash: string
}

/** The lines of a statement that is to be withdrawn, read in turns with others for one version of its account. */
export interface PreparedWithdrawal {
  readonly accountVersion: number
  readonly lines: number
  /** The batch that most of them are still as it published them; null where there is none. */
  readonly batch: string | null
  /** The first that is matched, or taken back. */
  readonly held: string | null
  /** SHA-256 over id, version and identity of all of them, `id version identity\n`. */
  readonly linesHash: string
}

/** An import is about another version of a record than it was prepared for: it is prepared anew. */
export class StalePreparationError extends Error {
  override readonly name = 'StalePreparationError'
}

export function refuse(code: RejectionCode, detail: string): Refusal {
  return { code, detail }
}

/** What the platform does by itself, in histories and on the audit log. */
export const PLATFORM_ACTOR: Actor = { id: 'platform', name: 'Marketdesk' }
