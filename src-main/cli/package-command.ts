import type { Command } from 'commander'
import { inspectPackage, PackageFileError } from '#main/engine/packages/inspect-package.ts'
import type { InspectionRequest } from '#main/engine/packages/inspection.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ListingRules } from '#shared/policy/listing-rules.ts'
import { listingRulesOn } from '#shared/policy/listing-rules-on.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'
import type { Finding } from '#shared/rules/verdict.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { fileSize } from './read-json.ts'
import type { ReportLine } from './report.ts'
import { createReport } from './report.ts'
import { UsageError } from './usage-error.ts'
import type { ReportOptions } from './write-report.ts'
import { withReportOptions, writeReport } from './write-report.ts'

interface CheckOptions extends ReportOptions {
  readonly live?: string
  readonly marketplace: string
  readonly on?: PlainDate
}

const EXAMPLES = `
Examples:
  $ marketdesk package check devops-1.1.3.tgz
  $ marketdesk package check devops-1.1.4.tgz --live devops-1.1.3.tgz --lang en
  $ marketdesk package check devops-1.1.3.tgz --json

A file that cannot be read as a package is a finding; a file that is not there is bad input.
Exit codes: 0 no finding that must be mended, 1 at least one, 2 the files or the arguments are bad.
JSON: { format, subject, counts: { pass, fail, unknown },
        findings: [{ ruleId, verdict, severity, quote, summary, place, message, remedy }] }; texts are { zh, en }.
        The verdict of an info is unknown: a person has to look.`

/** `package check FILE.tgz`: judges a vendor's package by the rules in force on a day. */
export function registerPackageCommand(program: Command, io: CliIo): void {
  const packages = program.command('package').description('上架包 judge packages of vendors')
  const check = packages
    .command('check')
    .description('judge a package (.tgz) by the listing rules in force on a day')
    .argument('<file>', 'the package, as ksbuilder makes it')
    .option('--live <file>', 'the package now live: the other one is then judged as an update of it')
    .option('--marketplace <key>', 'whose rules', 'kubesphere')
    .option('--on <date>', 'the day it is judged on, in Asia/Shanghai; today without it', parseDateArgument)
    .addHelpText('after', EXAMPLES)
  withReportOptions(check).action(async (file: string, options: CheckOptions) => {
    const rules = await rulesInForce(
      io,
      options.marketplace,
      options.on ?? shanghaiDate(new Date().toISOString()),
    )
    const liveSource = options.live ?? null
    for (const path of [file, ...(liveSource === null ? [] : [liveSource])]) await fileSize(path)
    const report = await inspectFile({
      source: file,
      liveSource,
      rules,
      live: null,
      pushed: null,
      offer: null,
      uploads: [],
    })
    writeReport(io, createReport(subjectOf(file, report), report.findings.map(toReportLine)), options)
  })
}

async function rulesInForce(io: CliIo, marketplace: string, on: PlainDate): Promise<ListingRules> {
  const listing = listingRulesOn(choosePack(await readPacks(io), marketplace, on), on)
  if (listing === null) throw new UsageError(`${marketplace} has no rules for packages on ${on}`)
  return listing
}

async function inspectFile(request: InspectionRequest): Promise<PackageReport> {
  try {
    const report = await inspectPackage(request)
    if (request.liveSource !== null && report.package !== null && report.diff === null) {
      throw new UsageError(`${String(request.liveSource)} cannot be read as the live package`)
    }
    return report
  } catch (error) {
    if (error instanceof PackageFileError) throw new UsageError(error.message)
    throw error
  }
}

function subjectOf(file: string, { package: view }: PackageReport): string {
  const { name, version } = view?.metadata ?? {}
  if (name == null || version == null) return file
  // The vendor's words: nothing in them may steer the terminal.
  return `${file} · ${name} ${version}`.replace(/\p{C}/gu, '\uFFFD').slice(0, 300)
}

function toReportLine({ ruleId, severity, citation, place, message, remedy }: Finding): ReportLine {
  const verdict = severity === 'info' ? 'unknown' : 'fail'
  const words = citation === null ? { quote: null, summary: null } : wordsOf(citation)
  return { ruleId, verdict, severity, ...words, place, message, remedy }
}
