import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { verifyChain } from '#main/engine/audit/verify-chain.ts'
import { dataFolder } from '#node/data-folder.ts'
import {
  type AuditHead,
  type AuditVerdict,
  auditHeadTextSchema,
  auditVerdictSchema,
} from '#shared/contracts/console-platform/contract.ts'
import { AUDIT_FAULTS } from '#shared/words/audit-verdict.ts'
import type { CliIo } from './cli-io.ts'
import { parseUrlArgument } from './parse-arguments.ts'
import { type PersonOptions, withPlatform } from './platform-session.ts'
import { answerOfProgram } from './run-program.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ marketdesk audit verify --data /srv/marketdesk
  $ marketdesk audit verify --platform https://market.example --email auditor@market.example --json
  $ marketdesk audit verify --data /backups/2026-11-28 --head 1024:9f3c…
  $ marketdesk audit export audit.jsonl --platform https://market.example --email auditor@market.example
  $ marketdesk audit verify --file audit.jsonl

Recomputes the audit log from its first entry: of a platform's data folder, or of a backup, running or not; or over the
network as somebody who may read it, believing nothing but the entries; or of an exported log, without either. In a folder what each entry changed is held against
its hash, too. A cut-off end shows only against a number and hash that a document states (审计链): give them with --head.
Exit codes: 0 whole, 1 the first entry that was altered, removed or moved, 2 no audit log or bad usage.
JSON: { intact, entries, head, fault: null | { sequence, kind: altered | removed | moved } }.`

interface VerifyOptions {
  readonly data: string
  readonly file?: string
  readonly platform?: string
  readonly email?: string
  readonly head?: AuditHead
  readonly json?: true
}

/** `audit verify`: whether the audit log is as it was written. */
export function registerAuditCommand(program: Command, io: CliIo): void {
  const audit = program.command('audit').description('审计 the log of every act')
  registerExport(audit, io)
  audit
    .command('verify')
    .description('recompute the audit log and name the first entry that was altered, removed or moved')
    .option('--data <dir>', 'the data folder of a platform, or a backup', join(dataFolder(), 'platform'))
    .option('--file <file>', 'an exported log instead')
    .option('--platform <url>', 'a platform, over the network instead', parseUrlArgument)
    .option('--email <email>', 'who asks it; the password comes from MARKETDESK_PASSWORD or is asked for')
    .option('--head <n:hash>', 'an entry that a document states', parseHead)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (options: VerifyOptions) => {
      const verdict = await verdictOn(options)
      if (!verdict.intact) io.setExitCode(1)
      io.print(options.json ? JSON.stringify(verdict, null, 2) : inWords(verdict))
    })
}

function registerExport(audit: Command, io: CliIo): void {
  audit
    .command('export')
    .description('the whole log as a file of JSON lines that anybody can verify')
    .argument('<file>', 'where it is written; never over a file that is there')
    .requiredOption('--platform <url>', 'the platform', parseUrlArgument)
    .requiredOption(
      '--email <email>',
      'who asks it; the password comes from MARKETDESK_PASSWORD or is asked for',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, person: PersonOptions) => {
      if (await isThere(file)) throw new UsageError(`${file} is there already: name another file`)
      const { auditFileLines } = await import('#main/engine/audit/audit-file.ts')
      const partial = `${file}.partial`
      try {
        await withPlatform(person, (client) =>
          pipeline(
            auditFileLines(client, new Date().toISOString()),
            createWriteStream(partial, { flush: true }),
          ),
        )
        await rename(partial, file)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
      io.print(`${file}: ${inWords(await verdictOnFile(file, null))}`)
    })
}

function verdictOn({ file, platform, ...options }: VerifyOptions): Promise<AuditVerdict> {
  if (file !== undefined) return verdictOnFile(file, options.head ?? null)
  return platform === undefined ? verdictOnFolder(options) : verdictOnPlatform({ ...options, platform })
}

async function verdictOnFile(file: string, noted: AuditHead | null): Promise<AuditVerdict> {
  if (!(await isThere(file))) throw new UsageError(`there is no file ${file}`)
  const { NoAuditFileError, verifyAuditFile } = await import('#main/engine/audit/audit-file.ts')
  return verifyAuditFile(file, noted).catch((error: unknown) => {
    throw error instanceof NoAuditFileError ? new UsageError(error.message) : error
  })
}

/** The data of the platform lies in the folder itself, or below it where `npm start` made it. */
async function verdictOnFolder({ data, head }: Pick<VerifyOptions, 'data' | 'head'>): Promise<AuditVerdict> {
  const below = join(data, 'platform')
  const folder = (await isThere(join(data, 'platform.sqlite'))) || !(await isThere(below)) ? data : below
  const noted = head === undefined ? [] : ['--noted', `${head.sequence}:${head.hash}`]
  const { code, out } = await answerOfProgram('platform', ['verify-audit', '--data', folder, ...noted])
  if (code !== 0) throw new UsageError(`the audit log in ${folder} cannot be read`)
  return auditVerdictSchema.parse(JSON.parse(out))
}

async function verdictOnPlatform({
  platform,
  email,
  head,
}: Pick<VerifyOptions, 'email' | 'head'> & { readonly platform: string }): Promise<AuditVerdict> {
  if (email === undefined) throw new UsageError('name who asks the platform with --email')
  const onProgress = ({ sequence }: AuditHead) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${sequence}`)
  }
  const { signal } = new AbortController()
  const verdict = await withPlatform({ platform, email }, (client) =>
    verifyChain(client, { noted: head ?? null, onProgress, signal }),
  )
  if (verdict === null) throw new UsageError('it was given up')
  return verdict
}

function inWords({ entries, head, fault }: AuditVerdict): string {
  if (fault === null) return `whole: ${entries} entries, the newest ${entries}:${head}`
  return `entry ${fault.sequence} was ${AUDIT_FAULTS[fault.kind].en}; the ${entries} before it are whole`
}

function parseHead(text: string): AuditHead {
  const parsed = auditHeadTextSchema.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('an entry is its number and hash, as a document states it: 1024:9f3c…')
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
