import { type Command, Option } from 'commander'
import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import { redLetterOf } from '#shared/invoices/read-remark.ts'
import {
  checkInvoices,
  type InvoiceCheck,
  type KnownInvoice,
  type PayoutToCheck,
} from '#shared/rules/invoices/check-invoices.ts'
import { pageOnly } from '#shared/rules/invoices/check-one-invoice.ts'
import type { InvoiceFinding } from '#shared/rules/invoices/invoice-finding.ts'
import type { CliIo } from './cli-io.ts'
import { yuanInputSchema } from './policy-eval/evaluator.ts'
import { type FoundInvoice, readInvoiceFiles } from './read-invoice-files.ts'
import { checkInput, parseJson, readTextFile } from './read-json.ts'
import { harmless } from './write-report.ts'

/** The payout that invoices are checked against. */
const payoutSchema = z.object({
  payout_amount: yuanInputSchema,
  vendor: z.string().min(1),
  vendor_tax_id: z.string().min(1).nullish(),
  our_name: z.string().min(1),
  our_tax_id: z.string().min(1),
  today: plainDateSchema,
})

/** Of what `invoice read` prints, what tells a duplicate and what is left of an invoice. */
const knownSchema = z
  .array(
    z.object({
      invoice_no: z.string(),
      gross: yuanInputSchema.nullable(),
      remark: z.string().nullish(),
    }),
  )
  .max(1_000_000)

const MAX_PAYOUT_BYTES = 1024 * 1024
const MAX_KNOWN_BYTES = 512 * 1024 * 1024

interface CheckOptions {
  readonly payout: string
  readonly known?: string
  readonly json?: true
  readonly lang: 'zh' | 'en'
}

const EXAMPLES = `
Examples:
  $ marketdesk invoice check invoice.xml --payout payout.json
  $ marketdesk invoice check one.xml two.zip --payout payout.json --known known.json --json

payout.json: { payout_amount: "12720.00", vendor, vendor_tax_id (may be null or left out), our_name, our_tax_id,
today: "2026-11-21" }; known.json: an array of what invoice read prints. Several files pay one payout together.
JSON: { expect: accept, reject, duplicate, reverses or review, code (the first that applies), of (the number a duplicate
      repeats), original and remaining_gross (of a red letter), findings: [{ rule, severity, place, remedy }] }.
Exit codes: 0 accept, 1 anything else, 2 the arguments are bad.`

/** `invoice check FILE...`: whether invoices are fit for a payout. */
export function registerInvoiceCheckCommand(invoice: Command, io: CliIo): void {
  invoice
    .command('check')
    .description('check the invoices of a payout')
    .argument('<files...>', 'the invoices of one payout')
    .requiredOption('--payout <file>', 'JSON: the payout they are for')
    .option('--known <file>', 'JSON: invoices on record')
    .option('--json', 'print one object')
    .addOption(new Option('--lang <language>', 'language of the texts').choices(['zh', 'en']).default('zh'))
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const payout = await readPayout(options.payout)
      const known = options.known === undefined ? [] : await readKnown(options.known)
      const found = await readInvoiceFiles(files)
      const checked = checkInvoices(
        found.map(({ reading }) => reading),
        payout,
        known,
      )
      const pages = found.flatMap(({ source, reading }, at) =>
        source === 'pdf' && reading.kind === 'invoice' ? [{ ...pageOnly(), at }] : [],
      )
      const check = { ...checked, findings: [...checked.findings, ...pages] }
      if (check.expect !== 'accept') io.setExitCode(1)
      if (options.json) return io.print(JSON.stringify(printedCheck(check, found)))
      io.print(harmless(checkInWords(check, found, options.lang)))
    })
}

async function readPayout(file: string): Promise<PayoutToCheck> {
  const json = parseJson(await readTextFile(file, MAX_PAYOUT_BYTES), file)
  const said = checkInput(json, payoutSchema, `${file} is not a payout`)
  return {
    amount: said.payout_amount,
    vendor: said.vendor,
    vendorTaxId: said.vendor_tax_id ?? null,
    ourName: said.our_name,
    ourTaxId: said.our_tax_id,
    today: said.today,
  }
}

async function readKnown(file: string): Promise<readonly KnownInvoice[]> {
  const json = parseJson(await readTextFile(file, MAX_KNOWN_BYTES), file)
  const known = checkInput(json, knownSchema, `${file} is not a list of invoices`)
  return known.map(({ invoice_no: number, gross, remark }) => ({
    number,
    gross: gross ?? 0,
    original: gross !== null && gross < 0 ? redLetterOf(remark ?? '').original : null,
  }))
}

/** Keys are there only where they say something. */
function printedCheck(check: InvoiceCheck, found: readonly FoundInvoice[]) {
  const { expect, code, of, original, remainingGross, findings } = check
  return {
    expect,
    ...(code === null ? {} : { code }),
    ...(of === null ? {} : { of }),
    ...(original === null ? {} : { original }),
    ...(remainingGross === null ? {} : { remaining_gross: decimalAmount(remainingGross) }),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      place: placeOf(finding, found),
      remedy: finding.remedy,
    })),
  }
}

function placeOf({ at, field, within }: InvoiceFinding, found: readonly FoundInvoice[]): string {
  const { file = '', entry = '' } = found[at] ?? {}
  return [file, entry, field, within].filter((part) => part !== '').join(': ')
}

const EXPECTED = {
  accept: { zh: '可以付款', en: 'accept' },
  reject: { zh: '不予接受', en: 'reject' },
  duplicate: { zh: '发票重复', en: 'duplicate' },
  reverses: { zh: '红字发票', en: 'reverses an invoice' },
  review: { zh: '需人工判断', en: 'a person decides' },
} as const

function checkInWords(check: InvoiceCheck, found: readonly FoundInvoice[], lang: 'zh' | 'en'): string {
  const { expect, code, findings } = check
  return [
    `${EXPECTED[expect][lang]}${code === null ? '' : ` (${code})`}`,
    ...findings.map(
      (finding) =>
        `  ${finding.severity}  ${finding.rule}  ${placeOf(finding, found)}\n    ${finding.remedy[lang]}`,
    ),
  ].join('\n')
}
