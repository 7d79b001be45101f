import type { About } from '#shared/contracts/console-platform/session.ts'
import type { PublicClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import { backoff } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'
import { Mutex } from '../time/mutex.ts'
import { Timer } from '../time/timer.ts'
import type { OfflineSignIns } from './offline-sign-in.ts'
import type { Session } from './session.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface RunningSession extends Session {
  /** Asks the platform who it is, until it answers. */
  introduce(): void
  /** The platform ended the session: signs out here. */
  ended(): Promise<void>
  stop(): void
}

/** Signing in and out of one platform. `moved` is called whenever another account, or none, is signed in. */
export function createSession(setting: {
  readonly client: PublicClient
  readonly tokens: TokenKeeper
  readonly offline: OfflineSignIns
  readonly device: string
  readonly clock: Clock
  readonly random: Random
  readonly moved: () => Promise<void>
  /** What the platform says of itself came in. */
  readonly introduced: () => void
}): RunningSession {
  const { client, tokens, offline, clock, random, moved } = setting
  let about: About | null = null
  let failures = 0
  let asking = false
  let stopped = false
  const endings = new Mutex()
  const again = new Timer(clock, () => void ask())

  async function ask(): Promise<void> {
    if (asking || stopped || about !== null) return
    asking = true
    try {
      about = await client.about()
      setting.introduced()
    } catch (error) {
      if (!(error instanceof PlatformFailure)) throw error
      failures += 1
      // What was under way when the engine closed fails by that: asking again would keep the program running.
      if (!stopped) again.in(backoff(failures, random))
    } finally {
      asking = false
    }
  }

  async function leave(): Promise<void> {
    const accessToken = await tokens.forget()
    await moved()
    if (accessToken === null) return
    // The session here is over in any case; there it ends by itself in the end.
    await client.signOut(accessToken).catch((error: unknown) => {
      if (!(error instanceof PlatformFailure)) throw error
    })
  }

  /** Null once she is in. */
  async function signInOffline(email: string, password: string, silence: unknown): Promise<null> {
    const account = await offline.check(email, password)
    if (account === 'unknown') throw silence
    if (account === null) throw new PlatformFailure('unauthorized', 'the password is wrong')
    if (tokens.account() !== null) await leave()
    tokens.keepOffline(account)
    await moved()
    return null
  }

  /** As the platform says now: what it said when the program was started may be old. */
  async function daysOffline(): Promise<number> {
    const said = await client.about().catch(() => about)
    return said?.offlineSignInDays ?? 0
  }

  async function wasRight(email: string, password: string): Promise<boolean> {
    const found = await offline.check(email, password).catch(() => 'unknown' as const)
    return found !== null && found !== 'unknown'
  }

  return {
    account: () => tokens.account(),
    about: () => about,
    signIn: async (email, password, code) => {
      const attempt = {
        ...{ email, password, device: setting.device },
        ...(code === undefined ? {} : { code }),
      }
      const signedIn = await client.signIn(attempt).catch(async (error: unknown) => {
        if (isSilent(error) && code === undefined) return signInOffline(email, password, error)
        // Another password by now, or an account that was ended.
        if (isUnauthorized(error) && (await wasRight(email, password))) await offline.forget(email)
        throw error
      })
      if (signedIn === null) return []
      const { recoveryCodes, ...next } = signedIn
      // Whose sign-in needs a second factor is not let in by the password alone.
      await offline.keep(password, next.account, code === undefined ? await daysOffline() : 0)
      if (tokens.account() !== null) await leave()
      await tokens.keep(next)
      await moved()
      return recoveryCodes
    },
    acceptInvitation: async (given) => {
      await client.acceptInvitation(given)
      // Her password is another one now.
      await offline.forget(given.email)
    },
    passwordChanged: async (current, next) => {
      const account = tokens.account()
      if (account === null) return
      const isKnown = await wasRight(account.email, current)
      if (isKnown) await offline.keep(next, account, await daysOffline())
      else await offline.forget(account.email)
    },
    signOut: leave,
    introduce: () => void ask(),
    ended: () =>
      // Pulling and sending find it out both: what the first forgets is gone when the second is done.
      endings.run(async () => {
        const account = tokens.account()
        const accessToken = await tokens.forget()
        // The platform had opened the session itself, and may have ended her account: it is asked before she is let in again.
        if (account !== null && accessToken !== null) await offline.forget(account.email)
        await moved()
      }),
    stop: () => {
      stopped = true
      again.cancel()
    },
  }
}

/** The platform did not answer at all. */
function isSilent(error: unknown): boolean {
  return error instanceof PlatformFailure && (error.kind === 'offline' || error.kind === 'timeout')
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof PlatformFailure && error.kind === 'unauthorized'
}
