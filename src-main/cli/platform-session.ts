import type { PlatformClient } from '#main/engine/platform-client/platform-client.ts'
import { PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import type { SecretStore } from '#main/engine/storage/keys/key-store.ts'
import { withCode } from './ask-code.ts'
import { askPassword } from './ask-password.ts'
import { inWords } from './console-engine.ts'
import { UsageError } from './usage-error.ts'

/** Which platform is asked, as whom. */
export interface PersonOptions {
  readonly platform: string
  readonly email: string
}

/** Asks a platform as a person, without a copy and without a folder: nothing is kept. @throws UsageError */
export async function withPlatform<T>(
  { platform: platformUrl, email }: PersonOptions,
  work: (client: PlatformClient) => Promise<T>,
): Promise<T> {
  const { createHttp } = await import('#main/engine/platform-client/http.ts')
  const clients = await import('#main/engine/platform-client/platform-client.ts')
  const { createTokenKeeper } = await import('#main/engine/session/token-keeper.ts')
  const { systemClock } = await import('#main/engine/time/clock.ts')
  const { noSteps } = await import('#main/engine/storage/storage-steps.ts')
  const closed = new AbortController()
  const http = createHttp(platformUrl, fetch, systemClock, closed.signal)
  const open = clients.createPublicClient(http)
  const tokens = createTokenKeeper({
    ...{ platformUrl, secretName: 'session', secrets: inMemory(), client: open },
    ...{ clock: systemClock, onStep: noSteps },
  })
  const password = await askPassword(email)
  try {
    const signedIn = await withCode((code) =>
      open.signIn({ email, password, device: 'marketdesk', ...(code === undefined ? {} : { code }) }),
    )
    await tokens.keep(signedIn)
    return await work(clients.createPlatformClient(http, tokens))
  } catch (error) {
    throw error instanceof PlatformFailure ? new UsageError(inWords(error, { platform: platformUrl })) : error
  } finally {
    const accessToken = await tokens.forget()
    // A session that cannot be ended now ends by itself.
    if (accessToken !== null) await open.signOut(accessToken).catch(() => {})
    closed.abort()
  }
}

function inMemory(): SecretStore {
  const kept = new Map<string, string>()
  return {
    get: async (name) => kept.get(name) ?? null,
    put: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
  }
}
