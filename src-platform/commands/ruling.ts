import type { Proof } from '#shared/bank-statements/proof.ts'
import type { RejectionCode } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Actor } from '#shared/contracts/console-platform/transitions/decision.ts'
import type { Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'

/** What a command is decided in: its transaction, who gives it, and when. */
export interface CommandSetting {
  readonly platform: Pick<Platform, 'policies' | 'newId'>
  readonly transaction: StoreTransaction
  readonly actor: Actor
  readonly at: string
  readonly commandId: string
  /** The protocol of the console that gives it: rules for arguments that an older one lacks hold from theirs on. */
  readonly protocol: number
  /** The lines of an import, unpacked before the transaction; null where they were not, or it is none. */
  readonly preparedImport: PreparedImport | null
}

/** A refusal by name; `detail` says what, e.g. a rule id. */
export interface Refusal {
  readonly code: RejectionCode
  readonly detail: string
}

/** A statement unpacked, proven and named, as it would be imported into an account. */
export interface PreparedStatement {
  readonly lines: readonly ImportedLine[]
  /** Of each line, see `lineNames`. */
  readonly names: readonly string[]
  readonly proof: Proof
  /** The new lines, still open. */
  readonly added: readonly BankLine[]
}

/** What the arguments of an import come to for one version of its account. */
export interface PreparedImport {
  readonly accountVersion: number
  readonly statement: PreparedStatement | Refusal
}

export function refuse(code: RejectionCode, detail: string): Refusal {
  return { code, detail }
}

/** What the platform does by itself, in histories and on the audit log. */
export const PLATFORM_ACTOR: Actor = { id: 'platform', name: 'Marketdesk' }
