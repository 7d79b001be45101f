import { generateURI, ScureBase32Plugin, verifySync } from 'otplib'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { Platform } from '../platform.ts'
import type { Account } from '../store/credentials.ts'
import { hashOfOneTimeCode, newOneTimeCode } from './one-time-codes.ts'

/** RFC 6238: a new code every 30 seconds; one step to either side is taken too, for clocks that differ. */
const STEP_SECONDS = 30
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
/** Of 25 bits each: 50 bits are enough for a code that is good once behind a throttle. */
const RECOVERY_GROUPS = 2
const ISSUER = 'Marketdesk'

/** What the second factor says of a sign-in whose password was right. */
export type FactorVerdict =
  /** `account` is to be written; the recovery codes are shown this once. */
  | { readonly kind: 'proven'; readonly account: Account; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'needed' | 'wrong' }
  /** There has to be one: `account` keeps the secret that is shown. `wrong` where a code was given. */
  | {
      readonly kind: 'set-up'
      readonly account: Account
      readonly secret: string
      readonly uri: string
      readonly wrong: boolean
    }

export function needsFactor({ requiredFor }: Platform['secondFactor'], roles: readonly Role[]): boolean {
  return requiredFor.some((role) => roles.includes(role))
}

/** Judges the code that came with a sign-in; null where none came. Pure but for the platform's chance and clock. */
export function judgeFactor(
  platform: Pick<Platform, 'clock' | 'randomBytes' | 'secondFactor'>,
  account: Account,
  roles: readonly Role[],
  code: string | null,
): FactorVerdict {
  const { secondFactor } = platform
  const at = platform.clock()
  const { factor } = account
  if (factor === null) {
    if (!needsFactor(secondFactor, roles)) return { kind: 'proven', account, recoveryCodes: [] }
    return setUp(platform, account, code)
  }
  if (code === null) return { kind: 'needed' }
  const step = stepOfCode(factor.secret, code, at, secondFactor.codesRepeat ? null : factor.lastStep)
  if (step !== null) {
    return {
      kind: 'proven',
      account: { ...account, factor: { ...factor, lastStep: step } },
      recoveryCodes: [],
    }
  }
  const hash = hashOfOneTimeCode(code)
  if (!factor.recovery.includes(hash)) return { kind: 'wrong' }
  const recovery = factor.recovery.filter((each) => each !== hash)
  return { kind: 'proven', account: { ...account, factor: { ...factor, recovery } }, recoveryCodes: [] }
}

function setUp(
  platform: Pick<Platform, 'clock' | 'randomBytes'>,
  account: Account,
  code: string | null,
): FactorVerdict {
  const at = platform.clock()
  const secret =
    account.offeredSecret ??
    new ScureBase32Plugin().encode(Uint8Array.from(platform.randomBytes(SECRET_BYTES)))
  const step = code === null || account.offeredSecret === null ? null : stepOfCode(secret, code, at, null)
  if (step === null) {
    const uri = generateURI({ issuer: ISSUER, label: account.email, secret })
    return {
      kind: 'set-up',
      account: { ...account, offeredSecret: secret },
      secret,
      uri,
      wrong: code !== null,
    }
  }
  const codes = Array.from({ length: RECOVERY_CODES }, () => newOneTimeCode(platform, RECOVERY_GROUPS))
  const factor = {
    ...{ secret, lastStep: step, since: new Date(at).toISOString() },
    recovery: codes.map(hashOfOneTimeCode),
  }
  return {
    kind: 'proven',
    account: { ...account, factor, offeredSecret: null, factorTakenBy: null },
    recoveryCodes: codes,
  }
}

/**
 * The step that a code of six digits belongs to, at most one away from that of an instant (ms); null where it is none, or
 * of a step that is not after `lastStep`.
 */
export function stepOfCode(secret: string, code: string, at: number, lastStep: number | null): number | null {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(at / 1000)
  const found = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS })
  if (!found.valid || !('timeStep' in found)) return null
  return lastStep !== null && found.timeStep <= lastStep ? null : found.timeStep
}
