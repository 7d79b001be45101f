import type { Command } from 'commander'
import { Option } from 'commander'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { applicantSchema } from '#shared/rules/admission/applicant.ts'
import type { AdmissionOccasion } from '#shared/rules/admission/judge-admission.ts'
import { judgeAdmission } from '#shared/rules/admission/judge-admission.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'
import { choosePack, readPacks } from './choose-pack.ts'
import type { CliIo } from './cli-io.ts'
import { parseDateArgument } from './parse-arguments.ts'
import { checkInput, parseJson, readTextFile } from './read-json.ts'
import type { ReportLine } from './report.ts'
import { createReport } from './report.ts'
import type { ReportOptions } from './write-report.ts'
import { withReportOptions, writeReport } from './write-report.ts'

interface CheckOptions extends ReportOptions {
  readonly on: PlainDate
  readonly as: AdmissionOccasion['joinedKind']
}

/** Says nothing of what may be left unsaid. */
const BARE: Applicant = {
  marketplace: 'kubesphere',
  kind: 'enterprise',
  name: '示例科技有限公司',
  uscc: null,
  residentId: null,
  categories: ['extension'],
  source: 'isv',
  freeOrOpenSourceOnly: false,
  openSourceOnly: false,
  staff: null,
  registeredCapital: null,
  foundedOn: null,
  licenceIssuedOn: null,
  serviceHours: null,
  website: null,
  contact: null,
  answers: {},
  documents: [],
}

const EXAMPLES = `
Examples:
  $ marketdesk application check vendor.json --on 2024-03-01
  $ marketdesk application check vendor.json --on 2024-03-01 --as category-extension --lang en
  $ marketdesk application check vendor.json --on 2024-03-01 --json

FILE holds at least this; null is not stated, which is unknown and never a fail. registeredCapital is in fen,
serviceHours { daysPerWeek, hoursPerDay, online }, contact { name, phone, email }, answers by the facts that
policy show --json names, documents [{ kind, fileHash, fileName, mediaType, bytes, expiresOn }]:
${JSON.stringify(BARE)}

Exit codes: 0 every condition passes, 1 a condition fails or is unknown, 2 the file or the arguments are bad.
JSON: { format, subject, counts: { pass, fail, unknown },
        findings: [{ ruleId, verdict, severity, quote, summary, place, message, remedy }] }; texts are { zh, en }.`

/** A larger file is no application. */
const MAX_FILE_BYTES = 4 * 1024 * 1024

/** `application check FILE`: judges an application by the pack in force on a day. */
export function registerApplicationCommand(program: Command, io: CliIo): void {
  const application = program.command('application').description('入驻申请 judge vendor applications')
  const check = application
    .command('check')
    .description('judge an application (JSON) by the rules in force on a day')
    .argument('<file>', 'the application as JSON')
    .requiredOption('--on <date>', 'the day it is judged on, in Asia/Shanghai', parseDateArgument)
    .addOption(
      new Option('--as <occasion>', 'first application, or a further category of an open provider')
        .choices(['first', 'category-extension'])
        .default('first'),
    )
    .addHelpText('after', EXAMPLES)
  withReportOptions(check).action(async (file: string, options: CheckOptions) => {
    const applicant = await readApplicant(file)
    const pack = choosePack(await readPacks(io), applicant.marketplace, options.on)
    const verdicts = judgeAdmission(applicant, pack, { on: options.on, joinedKind: options.as })
    const subject = `${pack.name.zh} · ${applicant.name} · ${options.on}`
    writeReport(io, createReport(subject, verdicts.map(toReportLine)), options)
  })
}

async function readApplicant(file: string): Promise<Applicant> {
  const json = parseJson(await readTextFile(file, MAX_FILE_BYTES), file)
  return checkInput(json, applicantSchema, `${file} is not an application`)
}

function toReportLine(verdict: ConditionVerdict): ReportLine {
  const { title, evidence, contradiction } = verdict
  const note = (lang: 'zh' | 'en') => (contradiction === null ? '' : ` ⚠ ${contradiction[lang]}`)
  return {
    ruleId: verdict.ruleId,
    verdict: verdict.verdict,
    severity: 'must',
    ...wordsOf(verdict.citation),
    place: evidence.fact,
    message: {
      zh: `${title.zh}：${evidence.found.zh}（要求：${evidence.required.zh}）${note('zh')}`,
      en: `${title.en}: ${evidence.found.en} (required: ${evidence.required.en})${note('en')}`,
    },
    remedy: verdict.remedy,
  }
}
