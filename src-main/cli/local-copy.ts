import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { LocalCopy } from '#main/engine/queries/open-local-copy.ts'
import { dataFolder } from '#node/data-folder.ts'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import { readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseUrlArgument } from './parse-arguments.ts'
import { UsageError } from './usage-error.ts'

/** Whose copy of which platform is read. */
export interface CopyOptions {
  readonly data: string
  readonly platform?: string
}

export function withCopyOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'the data folder of the console', join(dataFolder(), 'console'))
    .option('--platform <url>', 'the platform, where copies of several lie there', parseUrlArgument)
}

/**
 * Works with the copy that lies in a data folder, as it was last brought up to date, and closes it. Needs neither the
 * platform nor an e-mail, and may run beside a console that has it open.
 * @throws UsageError where there is none, several, or none that is complete
 */
export async function withLocalCopy<T>(
  io: CliIo,
  options: CopyOptions,
  work: (copy: LocalCopy) => T | Promise<T>,
): Promise<T> {
  // Read only when it is needed: the other commands start quicker without it.
  const { openLocalCopy } = await import('#main/engine/queries/open-local-copy.ts')
  const { keptSession } = await import('#main/engine/session/kept-session.ts')
  const { fileKeyStore, fileSecretStore } = await import('#main/engine/storage/keys/file-key-store.ts')
  const secrets = join(options.data, 'secrets')
  const accounts = join(options.data, 'accounts')
  const folders = await foldersIn(accounts)
  const signIn = 'bring one up to date: marketdesk sync --platform URL --email EMAIL --data DIR'
  if (folders.length === 0) throw new UsageError(`no copy lies in ${options.data}; ${signIn}`)
  const [only, another] = folders
  const { platform } = options
  const kept = platform === undefined ? null : await keptSession(platform, fileSecretStore(secrets))
  const chosen =
    platform === undefined ? (another === undefined ? only : undefined) : folders.find((one) => one === kept)
  if (chosen === undefined) {
    const what =
      platform === undefined
        ? 'copies of several accounts or platforms lie there; say which with --platform URL'
        : `nobody is signed in to ${platform} there; ${signIn}`
    throw new UsageError(what)
  }
  const copy = openLocalCopy({
    folder: join(accounts, chosen),
    key: await fileKeyStore(secrets).databaseKey(true),
    shipped: { packs: await readPacks(io), tables: await loadHolidays(new URL('holidays/', io.resources)) },
    now: new Date(),
  })
  if (copy === null) throw new UsageError(`the copy in ${options.data} is not complete; ${signIn}`)
  try {
    return await work(copy)
  } finally {
    copy.close()
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
