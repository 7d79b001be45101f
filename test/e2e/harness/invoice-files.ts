import type { Page } from 'playwright-core'
import { sampleXml } from '#test/unit/invoices/sample-einvoice.ts'
import { Colleague } from './colleague.ts'
import { FINANCE, type Stage } from './stage.ts'

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** Files of invoices of the provider whose case is open over these amounts in fen, each 6 % of tax in it; `from` is the first one's number. */
export async function filesOf(stage: Stage, page: Page, amounts: readonly number[], from: number) {
  const colleague = await Colleague.signIn(stage.platform.url, FINANCE)
  // Two providers may have one name.
  const address = await page
    .getByRole('link', { name: '服务商档案', exact: true })
    .first()
    .getAttribute('href')
  const providerId = decodeURIComponent(address?.split('?')[0]?.split('/').at(-1) ?? '')
  const provider = (await colleague.records('provider')).find(({ id }) => id === providerId)
  if (provider === undefined) throw new Error('The provider is there.')
  return amounts.map((gross, index) => {
    const net = Math.round(gross / 1.06)
    const said = { net: yuan(net), tax: yuan(gross - net), gross: yuan(gross) }
    const number = `263120000000009${String(from + index).padStart(5, '0')}`
    const text = sampleXml({
      ...{ number, seller: provider.name, sellerTaxId: provider.uscc ?? provider.residentId ?? '' },
      ...{ ...said, issueTime: '2026-01-18', lines: [[said.net, '0.06', said.tax]] },
    })
    return { name: `发票${index + 1}.xml`, mimeType: 'text/xml', buffer: Buffer.from(text) }
  })
}
