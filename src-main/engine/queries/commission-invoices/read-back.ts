import { decodeText } from '#shared/bank-statements/decode-text.ts'
import { csvGrid } from '#shared/bank-statements/table/csv-grid.ts'
import { isPicture, isWorkbook } from '#shared/bank-statements/table/file-kind.ts'
import type { Grid } from '#shared/bank-statements/table/grid.ts'
import type { ReadBack, ReadBackQuestion } from '#shared/contracts/console-engine/commission-invoices.ts'
import { commissionInvoiceAllows } from '#shared/contracts/console-platform/transitions/commission-invoice-transitions.ts'
import { matchNumbers } from '#shared/rules/invoices/match-numbers.ts'
import { readNumbers } from '#shared/rules/invoices/read-numbers.ts'
import { BadInput } from '../../bad-input.ts'
import { decodeWorkbook } from '../../imports/decode-workbook.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { invoicesOf } from './issue-list.ts'

/**
 * What a file of issued invoices says of those of a marketplace that have no number yet. Nothing is decided.
 * @throws BadInput where it is no table of invoices
 */
export async function readNumbersBack(
  context: QueryContext,
  { marketplace, base64 }: ReadBackQuestion,
): Promise<ReadBack> {
  const read = readNumbers(await gridsOf(Buffer.from(base64, 'base64')))
  if (read === null) {
    throw new BadInput(
      'no sheet has 发票号码 (or 数电发票号码), 价税合计 and 开票日期 in one row of headings',
    )
  }
  const ours = invoicesOf(context, { marketplace, month: null })
  const byId = new Map(ours.map((each) => [each.id, each]))
  const awaiting = ours.filter((each) =>
    commissionInvoiceAllows(
      each,
      each.side === 'blue' ? 'commission-invoice.record-number' : 'commission-invoice.record-red-letter',
    ),
  )
  const matches = matchNumbers(
    read.invoices,
    awaiting.map(({ id, gross, blueNumber, buyer, providerId }) => ({
      ...{ id, gross, blueNumber },
      taxId: buyer?.taxId ?? readPresent(context, 'provider', providerId)?.uscc ?? null,
    })),
    new Set(ours.flatMap(({ issued }) => issued?.number ?? [])),
  )
  return {
    unread: [...read.unread],
    matches: matches.map((match) => {
      const record = match.kind === 'matched' ? byId.get(match.id) : undefined
      return {
        ...match.invoice,
        record:
          record === undefined
            ? null
            : { id: record.id, version: record.version, month: record.month, name: record.providerName },
        blueNumber: match.kind === 'matched' ? match.blueNumber : null,
        why: match.kind === 'matched' ? null : match.why,
        ours: match.kind === 'matched' ? null : match.ours,
      }
    }),
  }
}

/** @throws BadInput where it cannot be opened. */
async function gridsOf(bytes: Buffer): Promise<readonly Grid[]> {
  if (isPicture(bytes))
    throw new BadInput('a picture or PDF is no table: export the list as a workbook or CSV')
  if (!isWorkbook(bytes)) return [csvGrid(decodeText(bytes).text)]
  const grids = await decodeWorkbook(bytes)
  if (grids === null) throw new BadInput('the workbook cannot be opened')
  return grids
}
