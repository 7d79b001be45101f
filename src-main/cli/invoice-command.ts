import { type Command, Option } from 'commander'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { type QrProblem, readQr } from '#shared/invoices/read-qr.ts'
import type { CliIo } from './cli-io.ts'
import { registerInvoiceCheckCommand } from './invoice-check-command.ts'
import { invoiceInWords, printedInvoice } from './invoice-report.ts'
import { readInvoiceFiles } from './read-invoice-files.ts'
import { UsageError } from './usage-error.ts'
import { harmless } from './write-report.ts'

interface ReadOptions {
  readonly json?: true
  readonly lang: 'zh' | 'en'
}

const EXAMPLES = `
Examples:
  $ marketdesk invoice read invoice.xml --json
  $ marketdesk invoice check invoice.xml --payout payout.json --known known.json
  $ marketdesk invoice qr "01,32,,23442000000014209621,112,20230215,,74AE" --json

FILE is known by its content: a 数电票 as XML (0.2, 0.31), OFD, PDF with text, a workbook of the tax bureau, or a ZIP
with several of them.
JSON of read: { invoice_no, kind: special, ordinary or null, seller, seller_tax_id, buyer, buyer_tax_id, net, tax, gross,
      issue_date, lines (count), rates, remark }, an array of them where the file holds several. Amounts are decimals in
      strings, rates per cent.
JSON of qr: { type, code, number, amount, amount_is: net or gross, date, check }.
Exit codes of read: 0 fine, 1 a part of the file is no invoice, 2 none of it is.`

/** `invoice read | check | qr`: invoices of vendors, without a screen. */
export function registerInvoiceCommand(program: Command, io: CliIo): void {
  const invoice = program.command('invoice').description('发票 read and check invoices')
  invoice.addHelpText('after', EXAMPLES)
  const lang = () =>
    new Option('--lang <language>', 'language of the texts').choices(['zh', 'en']).default('zh')
  invoice
    .command('read')
    .description('read the invoices of a file')
    .argument('<file>', 'the file, as the vendor sent it')
    .option('--json', 'print one object, or an array where the file holds several')
    .addOption(lang())
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ReadOptions) => readCommand(io, file, options))
  registerInvoiceCheckCommand(invoice, io)
  invoice
    .command('qr')
    .description('read the text of the QR code of an invoice')
    .argument('<text>', 'what a scanner gives')
    .option('--json', 'print an object')
    .action((text: string, options: { readonly json?: true }) => {
      const qr = readQr(text)
      if ('problem' in qr) throw new UsageError(QR_REFUSALS[qr.problem])
      const { amountIs, amount, ...said } = qr
      const printed = {
        ...{ type: said.type, code: said.code, number: said.number },
        ...{ amount: decimalAmount(amount), amount_is: amountIs, date: said.date, check: said.check },
      }
      if (options.json) return io.print(JSON.stringify(printed))
      for (const [name, value] of Object.entries(printed)) io.print(`${name}: ${value ?? '-'}`)
    })
}

/** Why a text is not that of an invoice's QR code. */
const QR_REFUSALS: Readonly<Record<QrProblem, string>> = {
  'not-an-invoice':
    'this is not the QR text of an invoice, which reads 01,type,code,number,amount,date,check,hash',
  type: 'the type of invoice is not known: 01, 04, 08, 10, 11, 14, 15, 31 and 32 are',
  code: 'the code is wrong: types 31 and 32 have none, the others one of 10 or 12 digits',
  number: 'the number is wrong: types 31 and 32 have 20 digits, the others 8',
  amount: 'the amount cannot be read',
  date: 'the date cannot be read, which is written 20260903',
}

async function readCommand(io: CliIo, file: string, { json, lang }: ReadOptions): Promise<void> {
  const found = await readInvoiceFiles([file])
  const invoices = found.flatMap(({ reading }) => (reading.kind === 'invoice' ? [reading.invoice] : []))
  if (invoices.length === 0) {
    const isDoctype = found.some(({ reading }) => reading.kind === 'problem' && reading.problem === 'doctype')
    const why = isDoctype ? 'XML with a DOCTYPE is refused' : 'no invoice can be read'
    throw new UsageError(`${file}: ${why}; ask for the XML or OFD of the tax platform`)
  }
  if (invoices.length < found.length) {
    io.setExitCode(1)
    for (const { entry, reading } of found) {
      if (reading.kind === 'problem') io.printError(harmless(`${file}: ${entry} is no invoice`))
    }
  }
  const [only] = invoices
  if (!json) {
    for (const invoice of invoices) io.print(harmless(invoiceInWords(invoice, lang)))
  } else if (invoices.length === 1 && only !== undefined) {
    io.print(JSON.stringify(printedInvoice(only)))
  } else {
    io.print(JSON.stringify(invoices.map(printedInvoice)))
  }
}
