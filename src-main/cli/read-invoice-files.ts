import { readFile } from 'node:fs/promises'
import { InvoiceThread } from '#main/engine/invoices/invoice-thread.ts'
import { type FileInvoice, MAX_INVOICE_FILE_BYTES } from '#main/engine/invoices/read-invoice-file.ts'
import { fileSize } from './read-json.ts'

/** An invoice, or a part that is none, and where it was found. */
export interface FoundInvoice extends FileInvoice {
  readonly file: string
}

/** The invoices of files, in their order. @throws UsageError where there is no such file */
export async function readInvoiceFiles(files: readonly string[]): Promise<readonly FoundInvoice[]> {
  const thread = new InvoiceThread()
  const found: FoundInvoice[] = []
  try {
    for (const file of files) {
      const isTooLarge = (await fileSize(file)) > MAX_INVOICE_FILE_BYTES
      // What is too large is not read at all, and holds no invoice.
      const bytes = isTooLarge ? new Uint8Array() : await readFile(file)
      found.push(...(await thread.read(bytes)).map((each) => ({ ...each, file })))
    }
  } finally {
    await thread.close()
  }
  return found
}
