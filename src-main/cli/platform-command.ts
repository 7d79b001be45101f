import { join } from 'node:path'
import type { Command } from 'commander'
import { dataFolder } from '#node/data-folder.ts'
import type { CliIo } from './cli-io.ts'
import { parsePortArgument } from './parse-arguments.ts'
import { runProgram } from './run-program.ts'

const EXAMPLES = `
Examples:
  $ marketdesk platform serve --demo
  $ marketdesk platform serve --data /srv/marketdesk --port 7420
  $ marketdesk platform serve --data /srv/marketdesk --trust-proxy loopback
  $ marketdesk platform backup /backups/2026-11-28 --data /srv/marketdesk
  $ marketdesk platform account add --email a@example.cn --name 周敏 --roles admin --data /srv/marketdesk
  $ marketdesk platform key add --marketplace huawei --label billing --data /srv/marketdesk
  $ marketdesk platform key end 01K… --data /srv/marketdesk
  $ marketdesk platform restore /backups/2026-11-28 --data /srv/marketdesk

A backup is made while the platform runs. A restore needs it stopped; what was there is set aside. Accounts are made on the
desk by an administrator; the first one is made here, on the folder of a stopped platform. Keys are made
and ended likewise: of a provider's own tool with --provider, without it of the systems of the marketplace itself, which
report calls of production interfaces and bills of metered use. A key is printed once and kept nowhere.
Its API is described at /openapi.json. Ends with Ctrl+C.`

interface ServeOptions {
  readonly demo?: true
  readonly data: string
  readonly port: number
  readonly trustProxy?: string
}

interface AccountOptions {
  readonly email: string
  readonly name: string
  readonly roles: string
  readonly data: string
}

/** `platform serve`, `backup`, `restore`, `account` and `key`: the reference platform and its data. */
export function registerPlatformCommand(program: Command, io: CliIo): void {
  const platform = program.command('platform').description('参考平台 the reference platform')
  platform
    .command('serve')
    .description('serve the reference platform on this machine')
    .option('--demo', 'offer demo users, and make demo data on the first start')
    .option('--data <dir>', 'keep the data here', join(dataFolder(), 'platform'))
    .option('--port <n>', 'port on 127.0.0.1', parsePortArgument, 7420)
    .option('--trust-proxy <list>', 'addresses or networks of proxies whose X-Forwarded-For is believed')
    .addHelpText('after', EXAMPLES)
    .action(async ({ demo, data, port, trustProxy }: ServeOptions) => {
      const args = [...(demo ? ['--demo'] : []), '--data', data, '--port', String(port)]
      if (trustProxy !== undefined) args.push('--trust-proxy', trustProxy)
      if ((await runProgram('platform', args)) !== 0) io.setExitCode(2)
    })
  registerKeeping('backup', 'copy the data of a platform, running or not, into a new folder')
  registerKeeping('restore', 'put a backup in the place of the data of a stopped platform')

  const account = platform
    .command('account')
    .description('用户 accounts, on the folder of a stopped platform')
  account
    .command('add')
    .description('make an account and print its invitation code, once')
    .requiredOption('--email <address>', 'how the person signs in')
    .requiredOption('--name <name>', 'what colleagues see')
    .requiredOption('--roles <roles>', 'role keys, parted by commas, e.g. admin')
    .option('--data <dir>', 'data of the platform', join(dataFolder(), 'platform'))
    .action(async ({ email, name, roles, data }: AccountOptions) => {
      const args = ['account', 'add', '--email', email, '--name', name, '--roles', roles, '--data', data]
      if ((await runProgram('platform', args)) !== 0) io.setExitCode(2)
    })
  account
    .command('reset')
    .description('print a code for a new password, and take the second factor away')
    .requiredOption('--email <address>', 'whose account')
    .option('--data <dir>', 'data of the platform', join(dataFolder(), 'platform'))
    .action(async ({ email, data }: Pick<AccountOptions, 'email' | 'data'>) => {
      const args = ['account', 'reset', '--email', email, '--data', data]
      if ((await runProgram('platform', args)) !== 0) io.setExitCode(2)
    })

  registerKeyCommands(platform, io)

  function registerKeeping(act: 'backup' | 'restore', description: string): void {
    platform
      .command(act)
      .description(description)
      .argument('<folder>', 'folder of the backup')
      .option('--data <dir>', 'data of the platform', join(dataFolder(), 'platform'))
      .addHelpText('after', EXAMPLES)
      .action(async (folder: string, { data }: Pick<ServeOptions, 'data'>) => {
        if ((await runProgram('platform', [act, folder, '--data', data])) !== 0) io.setExitCode(2)
      })
  }
}

interface KeyOptions {
  readonly marketplace: string
  readonly provider?: string
  readonly label: string
  readonly data: string
}

function registerKeyCommands(platform: Command, io: CliIo): void {
  const key = platform.command('key').description('接口密钥 API keys, on the folder of a stopped platform')
  const run = async (args: readonly string[], data: string) => {
    if ((await runProgram('platform', ['key', ...args, '--data', data])) !== 0) io.setExitCode(2)
  }
  const folder = ['--data <dir>', 'data of the platform', join(dataFolder(), 'platform')] as const
  key
    .command('add')
    .description('make a key and print it, once')
    .requiredOption('--marketplace <key>', 'its key, as policy list shows it')
    .option(
      '--provider <id>',
      'whose own tool it is for; left out: for the systems of the marketplace itself',
    )
    .requiredOption('--label <text>', 'where it is used')
    .option(...folder)
    .action(({ marketplace, provider, label, data }: KeyOptions) => {
      const whose = provider === undefined ? [] : ['--provider', provider]
      return run(['add', '--marketplace', marketplace, ...whose, '--label', label], data)
    })
  key
    .command('list')
    .description('all keys with their ids, ended ones too')
    .option(...folder)
    .action(({ data }: Pick<KeyOptions, 'data'>) => run(['list'], data))
  key
    .command('end')
    .description('end a key: it lets nobody in any more')
    .argument('<id>', 'id of the key, as list shows it')
    .option(...folder)
    .action((id: string, { data }: Pick<KeyOptions, 'data'>) => run(['end', id], data))
}
