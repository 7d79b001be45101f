import type { RejectionCode } from '#shared/contracts/console-platform/commands.ts'
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
}

/** A refusal by name; `detail` says what, e.g. a rule id. */
export interface Refusal {
  readonly code: RejectionCode
  readonly detail: string
}

export function refuse(code: RejectionCode, detail: string): Refusal {
  return { code, detail }
}

/** What the platform does by itself, in histories and on the audit log. */
export const PLATFORM_ACTOR: Actor = { id: 'platform', name: 'Marketdesk' }
