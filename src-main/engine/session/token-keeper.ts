import type { Account, SessionTokens } from '#shared/contracts/console-platform/session.ts'
import type { AccessTokens, PublicClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import type { SecretStore } from '../storage/keys/key-store.ts'
import type { OnStep } from '../storage/storage-steps.ts'
import type { Clock } from '../time/clock.ts'
import { Mutex } from '../time/mutex.ts'
import { keptSessionSchema, parsedJson } from './kept-session.ts'

/** A token that ends sooner is not sent any more. */
const MARGIN_MS = 10_000
/** A reply that was lost: the platform takes the same refresh token once more. */
const REFRESH_TRIES = 2

export interface TokenKeeper extends AccessTokens {
  account(): Account | null
  /** Takes up the session kept from an earlier run, if there is one. */
  restore(): Promise<void>
  keep(tokens: SessionTokens): Promise<void>
  /** Somebody works with her copy while the platform does not answer; once it does, it wants her to sign in. */
  keepOffline(account: Account): void
  /** The account as the platform knows it now, its roles above all. */
  keepAccount(account: Account): Promise<void>
  /** Forgets the session; answers its access token, to tell the platform. */
  forget(): Promise<string | null>
}

/**
 * Holds the tokens of one session. New ones are on disk before they are used: after a crash either the old
 * refresh token, which the platform takes once more, or the new one is there.
 */
export function createTokenKeeper(setting: {
  readonly platformUrl: string
  readonly secretName: string
  readonly secrets: SecretStore
  readonly client: Pick<PublicClient, 'refresh' | 'about'>
  readonly clock: Clock
  readonly onStep: OnStep
}): TokenKeeper {
  const { platformUrl, secretName, secrets, client, clock, onStep } = setting
  const refreshing = new Mutex()
  let tokens: SessionTokens | null = null
  let withoutTokens: Account | null = null

  async function keep(next: SessionTokens): Promise<void> {
    onStep('session-store', 'before')
    await secrets.put(secretName, JSON.stringify({ platformUrl, ...next }))
    onStep('session-store', 'after')
    tokens = next
    withoutTokens = null
  }

  /** @throws PlatformFailure `unauthorized` while signed out. */
  function held(): SessionTokens {
    if (tokens === null) throw new PlatformFailure('unauthorized', 'signed out')
    return tokens
  }

  async function refresh(): Promise<SessionTokens> {
    const { refreshToken } = held()
    for (let tries = 1; ; tries++) {
      try {
        const next = await client.refresh(refreshToken)
        // Signed out, or in as somebody else, while the platform answered.
        if (held().refreshToken !== refreshToken) return held()
        await keep(next)
        return next
      } catch (error) {
        const lost =
          error instanceof PlatformFailure && (error.kind === 'timeout' || error.kind === 'offline')
        if (!lost || tries >= REFRESH_TRIES) throw error
      }
    }
  }

  /** The first to ask refreshes; those who asked meanwhile find its token. */
  const tokenUnless = (unfit: (tokens: SessionTokens) => boolean): Promise<string> =>
    refreshing.run(async () => {
      // Throws while it does not answer: then she goes on without it.
      if (tokens === null && withoutTokens !== null) await client.about()
      const now = held()
      return (unfit(now) ? await refresh() : now).accessToken
    })

  return {
    account: () => tokens?.account ?? withoutTokens,
    restore: async () => {
      const kept = await secrets.get(secretName)
      const parsed = kept === null ? null : keptSessionSchema.safeParse(parsedJson(kept))
      if (parsed?.success && parsed.data.platformUrl === platformUrl) tokens = parsed.data
    },
    keep,
    keepOffline: (account) => {
      withoutTokens = account
    },
    keepAccount: async (account) => {
      await refreshing.run(async () => keep({ ...held(), account }))
    },
    forget: async () => {
      const last = tokens?.accessToken ?? null
      tokens = null
      withoutTokens = null
      await secrets.delete(secretName)
      return last
    },
    current: () =>
      tokenUnless(({ accessExpiresAt }) => Date.parse(accessExpiresAt) - clock.now() < MARGIN_MS),
    renewed: (refused) => tokenUnless(({ accessToken }) => accessToken === refused),
  }
}
