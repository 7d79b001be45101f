import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { decodeWorkbook } from '#main/engine/imports/decode-workbook.ts'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { Bilingual, Language } from '#shared/base/bilingual.ts'
import { answerMappingOf, answerMappingSchema } from '#shared/payments/answer-mapping.ts'
import type { BankAnswer } from '#shared/payments/bank-answer.ts'
import type { PaymentFile } from '#shared/payments/payment-file.ts'
import { isPayable, paymentProblemWords } from '#shared/payments/payment-problem.ts'
import {
  MAX_PAYMENT_FILE_BYTES,
  type Reading,
  readBankAnswer,
  readPaymentFile,
} from '#shared/payments/read-payment-file.ts'
import { resolveAnswer } from '#shared/payments/resolve-answer.ts'
import { type BankTemplate, bankTemplateSchema } from '#shared/payments/templates/bank-template.ts'
import {
  ANSWER_WORDS,
  DIFFERENCE_WORDS,
  PAYMENT_FILE_REFUSALS,
  STATUS_WORDS,
} from '#shared/words/bank-answers.ts'
import type { CliIo } from './cli-io.ts'
import { type KeptTemplateOptions, templatesToReadBy, withKeptTemplates } from './kept-templates.ts'
import { checkInput, fileSize, parseJson, readTextFile } from './read-json.ts'
import { textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'
import { harmless, withReportOptions } from './write-report.ts'

interface CheckOptions extends KeptTemplateOptions {
  readonly template?: string
  readonly json?: true
  readonly lang: Language
}

interface AnswerOptions extends KeptTemplateOptions {
  readonly mapping?: string
  readonly batch?: string
  readonly template?: string
  readonly json?: true
  readonly lang: Language
}

const CHECK_EXAMPLES = `
Examples:
  $ marketdesk batch check payments.xml
  $ marketdesk batch check payments.xls --json
  $ marketdesk batch check payments.xls --template our-bank.json
  $ marketdesk batch check payments.xls --platform https://desk.example.cn --email liu@example.cn

The format is found by content: pain.001 of any version, and the templates of ICBC, CCB and CMB, or those that the named
platform keeps. Of a problem that is no
more than a warning, such as the check digit of a bank code, nothing stops.
Exit codes: 0 fine, 1 a problem that must be mended, 2 the file is none of these, or cannot be read.
JSON: { kind, count, total, hash, problems: [{ code, severity, place, found, message: { zh, en } }] }; total is a decimal
      in a string, hash the SHA-256 of the file.`

const ANSWER_EXAMPLES = `
Examples:
  $ marketdesk batch answer answer.xml
  $ marketdesk batch answer result.xlsx --json
  $ marketdesk batch answer answer.xml --batch payments.xml

With --batch each payment of that file gets its answer, also where the bank speaks of all at once. Without it, what the
bank says of all has null for end_to_end_id.
Exit codes: 0 fine, 1 a payment is rejected, not answered, or answered in words nobody knows, 2 the file is no answer.
JSON: an object a line { end_to_end_id, status, reason }; status is accepted, pending, rejected or unknown.`

/** `batch check FILE` and `batch answer FILE`: files of payments, and what a bank says to them. */
export function registerBatchCommand(program: Command, io: CliIo): void {
  const batch = program.command('batch').description("付款批次 files of payments and banks' answers")
  const check = batch
    .command('check')
    .description('read a file of payments, count and add up, and say what a bank would refuse')
    .argument('<file>', 'pain.001, or the workbook of a bank')
    .option('--template <file>', 'JSON: the template of a bank, tried before the known ones')
    .addHelpText('after', CHECK_EXAMPLES)
  withReportOptions(withKeptTemplates(check)).action(async (path: string, options: CheckOptions) => {
    const bytes = await readBytes(path)
    const file = fileOf(path, await readPaymentFile(bytes, await templatesOf(options), decodeWorkbook))
    if (!isPayable(file.problems)) io.setExitCode(1)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const { kind, count } = file
    const total = decimalAmount(file.total)
    const problems = file.problems.map((each) => ({ ...each, message: paymentProblemWords(each.code) }))
    if (options.json) return io.print(JSON.stringify({ kind, count, total, hash, problems }, null, 2))
    io.print(harmless(checkInWords({ kind, count, total, hash, problems }, options.lang, io.columns)))
  })
  const answer = batch
    .command('answer')
    .description("read a bank's answer: pain.002, or its result workbook")
    .argument('<file>', 'the file, as the bank gave it')
    .option('--mapping <file>', 'JSON: which columns of the workbook say what, tried before the usual names')
    .option('--batch <file>', 'the file of payments that it answers')
    .option('--template <file>', 'JSON: the template of that file')
    .addHelpText('after', ANSWER_EXAMPLES)
  withReportOptions(withKeptTemplates(answer)).action(async (path: string, options: AnswerOptions) => {
    const mappings = await readMappings(options.mapping)
    const ours = options.batch === undefined ? null : await readOurs(options.batch, options)
    const all = [...mappings, answerMappingOf(ours?.names)]
    const read = fileOf(path, await readBankAnswer(await readBytes(path), all, decodeWorkbook))
    const { lines, remarks } = answerLines(read, ours?.file ?? null)
    const isFine =
      remarks.length === 0 && lines.every(({ status }) => status === 'accepted' || status === 'pending')
    if (!isFine) io.setExitCode(1)
    for (const remark of remarks) io.printError(harmless(`marketdesk: ${remark[options.lang]}`))
    if (options.json) for (const line of lines) io.print(JSON.stringify(line))
    else io.print(harmless(answerInWords(lines, options.lang, io.columns)))
  })
}

interface AnswerLine {
  readonly end_to_end_id: string | null
  readonly status: 'accepted' | 'pending' | 'rejected' | 'unknown'
  readonly reason: string | null
}

function answerLines(answer: BankAnswer, ours: PaymentFile | null) {
  const remarks: Bilingual[] = answer.problems.map(({ code, place, found }) =>
    inPlace(ANSWER_WORDS[code], place, found),
  )
  const line = (
    reference: string | null,
    said: Pick<BankAnswer['payments'][number], 'status' | 'said' | 'reason'>,
  ) => ({
    end_to_end_id: reference,
    status: said.status ?? ('unknown' as const),
    // A word that nobody knows is the only thing a person can go by.
    reason:
      [said.status === null ? said.said : '', said.reason].filter((part) => part !== '').join(' ') || null,
  })
  if (ours !== null) {
    const { answers, differences } = resolveAnswer(answer, ours.payments, ours.messageId)
    remarks.push(...differences.map(({ code, place }) => inPlace(DIFFERENCE_WORDS[code], place, '')))
    return { lines: answers.map((each): AnswerLine => line(each.reference, each)), remarks }
  }
  const lines = answer.payments.map((each): AnswerLine => line(each.reference || null, each))
  // Said of all: of those it does not name where it names some.
  const speaksAlone = lines.length === 0 && answer.others !== null
  return { lines: speaksAlone ? [line(null, answer.others)] : lines, remarks }
}

function inPlace({ zh, en }: Bilingual, place: string, found: string): Bilingual {
  const tail = found === '' ? '' : ` (${found})`
  return { zh: `${place}：${zh}${tail}`, en: `${place}: ${en}${tail}` }
}

type TemplateOptions = Pick<CheckOptions, 'template'> & KeptTemplateOptions

/** A file of payments, and what the bank of its template calls otherwise in its answer. */
async function readOurs(path: string, options: TemplateOptions) {
  const templates = await templatesOf(options)
  const file = fileOf(path, await readPaymentFile(await readBytes(path), templates, decodeWorkbook))
  return { file, names: templates.find(({ id }) => id === file.kind)?.answer }
}

/** One that is named goes before those that are known or kept. */
async function templatesOf({ template, ...kept }: TemplateOptions): Promise<readonly BankTemplate[]> {
  const own =
    template === undefined ? [] : await readOneOrMore(template, bankTemplateSchema, 'template of a bank')
  return [...own, ...(await templatesToReadBy(kept))]
}

async function readMappings(path: string | undefined) {
  return path === undefined ? [] : readOneOrMore(path, answerMappingSchema, 'mapping of an answer')
}

/** No mapping is larger. */
const MAX_MAPPING_BYTES = 1024 * 1024

async function readOneOrMore<T>(path: string, schema: z.ZodType<T>, what: string): Promise<T[]> {
  const value = parseJson(await readTextFile(path, MAX_MAPPING_BYTES), path)
  return checkInput(Array.isArray(value) ? value : [value], z.array(schema).max(100), `${path} is no ${what}`)
}

/** @throws UsageError where there is no such file, or one too large to be looked at. */
async function readBytes(path: string): Promise<Uint8Array> {
  if ((await fileSize(path)) > MAX_PAYMENT_FILE_BYTES)
    throw new UsageError(`${path}: ${PAYMENT_FILE_REFUSALS['too-large'].en}`)
  return readFile(path)
}

/** @throws UsageError with the reason where the file is none. */
function fileOf<T>(path: string, reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.file
  throw new UsageError(`${path}: ${PAYMENT_FILE_REFUSALS[reading.reason].en}`)
}

interface Checked {
  readonly kind: string
  readonly count: number
  readonly total: string
  readonly hash: string
  readonly problems: readonly (PaymentFile['problems'][number] & { readonly message: Bilingual })[]
}

const WORDS = {
  zh: { check: ['级别', '位置', '内容'], answer: ['状态', '参考号', '原因'], all: '全部', totals: '合计' },
  en: {
    check: ['Severity', 'Place', 'What'],
    answer: ['Status', 'Reference', 'Reason'],
    all: 'all',
    totals: 'Total',
  },
} as const

function checkInWords(
  { kind, count, total, hash, problems }: Checked,
  lang: Language,
  columns: number,
): string {
  const rows = problems.map(({ severity, place, found, message }) => [
    severity,
    place,
    found === '' ? message[lang] : `${message[lang]} (${found})`,
  ])
  return [
    kind,
    ...(rows.length === 0 ? [] : [textTable(WORDS[lang].check, rows, columns)]),
    `${WORDS[lang].totals}  ${count}  ¥${total}`,
    `SHA-256 ${hash}`,
  ].join('\n')
}

function answerInWords(lines: readonly AnswerLine[], lang: Language, columns: number): string {
  const rows = lines.map(({ end_to_end_id: reference, status, reason }) => [
    STATUS_WORDS[status][lang],
    reference ?? WORDS[lang].all,
    reason ?? '',
  ])
  return textTable(WORDS[lang].answer, rows, columns)
}
