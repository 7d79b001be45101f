import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { DecisionTrouble } from '#shared/contracts/console-platform/transitions/decision-trouble.ts'

/** Why a decision was not even stored: `stale` means that the record moved since it was on screen. */
export type RefusalCode =
  | 'bad-arguments'
  | 'stale'
  | 'outbox-full'
  /** It lets money go and is not kept for later. */
  | 'offline'
  /** An attached file was dropped from this computer meanwhile. */
  | 'file-missing'
  | DecisionTrouble

export class DecisionRefused extends Error {
  override readonly name = 'DecisionRefused'
  readonly code: RefusalCode
  /** Names what: the record, the state, the argument. */
  readonly detail: string

  constructor(code: RefusalCode, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

export class DecisionNotAllowed extends Error {
  override readonly name = 'DecisionNotAllowed'
  /** Any one of these roles would do. */
  readonly needs: readonly Role[]

  constructor(needs: readonly Role[]) {
    super(`needs one of the roles ${needs.join(', ')}`)
    this.needs = needs
  }
}
