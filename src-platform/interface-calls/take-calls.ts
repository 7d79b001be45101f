import { z } from 'zod'
import type { Instant } from '#shared/base/ids.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  type CallSaid,
  callSaidSchema,
  type InterfaceCall,
} from '#shared/contracts/console-platform/records/interface-call.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { judgeCall } from '#shared/rules/interface-health/judge-call.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { tellOfCalls } from './tell-of-calls.ts'

/** Most calls in one request. */
const CALLS_AT_ONCE = 500
/** A clock may be ahead by this. */
const AHEAD_MS = 5 * 60_000

export const callsSchema = z.strictObject({ calls: z.array(callSaidSchema).min(1).max(CALLS_AT_ONCE) })

/** Why a call is not taken: its scene or provider is unknown, it lies ahead, or its id has another content already. */
export type CallRefusal = 'unknown-scene' | 'unknown-provider' | 'time-ahead' | 'other-content'

export interface CallsTaken {
  readonly taken: number
  /** Those that were there already, as they are. */
  readonly known: number
  readonly refused: readonly { readonly callId: string; readonly why: CallRefusal }[]
}

/**
 * Takes what a marketplace says of the calls of its providers' production interfaces, all in one transaction; each call
 * once, however often it is said. One that is refused keeps no other out.
 */
export async function takeCalls(
  platform: Platform,
  marketplace: string,
  calls: readonly CallSaid[],
): Promise<CallsTaken> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const refused: { callId: string; why: CallRefusal }[] = []
    const taken: InterfaceCall[] = []
    let known = 0
    for (const said of calls) {
      const before =
        taken.find(({ callId }) => callId === said.callId) ??
        (await transaction.named('interfaceCall', marketplace, said.callId))
      const after = await taking(platform, transaction, marketplace, said, at)
      if (typeof after === 'string') refused.push({ callId: said.callId, why: after })
      else if (before === null) {
        await transaction.put('interfaceCall', after)
        taken.push(after)
      } else if (isSame(before, said)) known += 1
      else refused.push({ callId: said.callId, why: 'other-content' })
    }
    for (const call of taken) {
      const act = { at, actor: `marketplace:${marketplace}`, action: 'interface-call.take' }
      await audit(transaction, {
        ...{ ...act, recordKind: 'interfaceCall', recordId: call.id },
        ...{ before: null, after: call },
      })
    }
    await tellOfCalls({ platform, transaction, at, commandId: null }, taken)
    return { taken: taken.length, known, refused }
  })
}

async function taking(
  platform: Platform,
  transaction: StoreTransaction,
  marketplace: string,
  said: CallSaid,
  at: Instant,
): Promise<InterfaceCall | CallRefusal> {
  if (Date.parse(said.at) > Date.parse(at) + AHEAD_MS) return 'time-ahead'
  const pack = packInForce(platform.policies.packs, marketplace, shanghaiDate(said.at))
  const judged = pack?.interfaces == null ? null : judgeCall(pack.interfaces, said)
  if (judged === null) return 'unknown-scene'
  const provider = await transaction.get('provider', said.providerId)
  if (provider?.marketplace !== marketplace) return 'unknown-provider'
  return {
    ...said,
    ...{ id: platform.newId(), version: 1, marketplace, providerName: provider.name, ...judged },
    updatedAt: at,
  }
}

/** Whether a call that is on record says the same. */
function isSame(before: InterfaceCall, said: CallSaid): boolean {
  return Object.entries(said).every(([key, value]) => before[key as keyof CallSaid] === value)
}
