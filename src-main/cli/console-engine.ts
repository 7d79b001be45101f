import { join } from 'node:path'
import type { Command } from 'commander'
import type { Engine } from '#main/engine/engine.ts'
import type { FailureKind } from '#main/engine/platform-client/platform-failure.ts'
import { PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import { StorageError } from '#main/engine/storage/storage-error.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import { dataFolder } from '#node/data-folder.ts'
import { withCode } from './ask-code.ts'
import { askPassword } from './ask-password.ts'
import { parseUrlArgument } from './parse-arguments.ts'
import { UsageError } from './usage-error.ts'

/** Whose copy, of which platform, a command works on. */
export interface EngineOptions {
  readonly platform: string
  readonly email: string
  readonly data: string
}

export function withEngineOptions(command: Command): Command {
  return command
    .requiredOption('--platform <url>', 'the platform', parseUrlArgument)
    .requiredOption(
      '--email <email>',
      'who signs in; the password comes from MARKETDESK_PASSWORD or is asked for',
    )
    .option('--data <dir>', 'the data folder of the console', join(dataFolder(), 'console'))
}

/**
 * Works with the engine of a data folder, signed in and in step with the platform, and closes it. Decisions go at
 * once: there is nobody to take them back.
 * @throws UsageError where the platform does not answer, or does not know the person
 */
export async function withEngine(
  options: EngineOptions,
  work: (engine: Engine, workspace: Workspace) => Promise<void>,
): Promise<void> {
  const engine = await openEngine(options)
  try {
    await signIn(engine, options.email)
    const workspace = engine.workspace()
    const broken = engine.brokenJournal()
    if (broken !== null) throw new StorageError('journal-unreadable', broken.path)
    if (workspace === null) throw new UsageError('nobody is signed in')
    const status = await workspace.sync.now()
    if (status.state !== 'live') throw new UsageError(`not in step: ${status.lastError ?? status.state}`)
    await work(engine, workspace)
  } catch (error) {
    throw error instanceof PlatformFailure ? new UsageError(inWords(error, options)) : error
  } finally {
    await engine.close()
  }
}

/** The engine is read only when it is needed: the other commands start quicker without it. */
async function openEngine({ platform, data }: EngineOptions): Promise<Engine> {
  const { startLocalEngine } = await import('#main/engine/start-local-engine.ts')
  const { fileKeyStore, fileSecretStore } = await import('#main/engine/storage/keys/file-key-store.ts')
  const secrets = join(data, 'secrets')
  return startLocalEngine({
    platformUrl: platform,
    dataFolder: data,
    keys: fileKeyStore(secrets),
    secrets: fileSecretStore(secrets),
    undoMs: 0,
  })
}

async function signIn(engine: Engine, email: string): Promise<void> {
  if (engine.session.account()?.email === email) return
  const password = await askPassword(email)
  await withCode((code) => engine.session.signIn(email, password, code))
}

const FAILURES: Readonly<Record<FailureKind, string>> = {
  offline: 'it cannot be reached; check the address and that it runs',
  timeout: 'it did not answer in time; try again',
  unauthorized: 'it does not know this e-mail and password',
  'second-factor':
    'it asks for a code of the second factor, and the one given is not good; set MARKETDESK_TOTP',
  'client-too-old': 'it needs a newer Marketdesk',
  'platform-too-old': 'it is older than this Marketdesk; have the platform updated first',
  throttled: 'too many attempts',
  server: 'it failed; try again, and look into its log',
  refused: 'it refused the request',
}

/** A failure of the platform, with what to do. */
export function inWords(
  { kind, retryAfterSeconds }: PlatformFailure,
  { platform }: { readonly platform: string },
): string {
  const wait = retryAfterSeconds === null ? '' : `; again in ${retryAfterSeconds} s`
  return `${platform}: ${FAILURES[kind]}${wait} (${kind})`
}
