import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { formatYuan } from '#shared/money/yuan.ts'
import type { PaymentOrder } from '#shared/payments/payment.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { templateSheet } from '#shared/payments/templates/template-sheet.ts'
import classes from './payment-templates.module.css'

/** Nobody's payments. */
const SAMPLE: PaymentOrder = {
  messageId: 'FK20261128-SAMPLE00',
  createdAt: '2026-11-28T01:00:00.000Z',
  payer: {
    ...{ name: '本公司', account: '0200000000000000000', bank: '中国工商银行', bankCode: null },
  },
  payments: [
    {
      reference: 'FK20261128-SAMPLE00-1',
      payee: {
        ...{ name: '样例科技有限公司', account: '11000000000000000000', bank: '中国建设银行北京分行' },
        bankCode: '105100000017',
      },
      ...{ amount: 1_234_567, purpose: '2026-10结算付款', executeOn: '2026-11-30' },
    },
    {
      reference: 'FK20261128-SAMPLE00-2',
      payee: {
        ...{ name: '样例软件有限公司', account: '62000000000000000000', bank: '招商银行上海分行' },
        bankCode: null,
      },
      ...{ amount: 500_000, purpose: '保证金退还', executeOn: '2026-11-30' },
    },
  ],
}

/** What a template writes, of two payments that nobody makes. */
export function TemplatePreview({ template }: { readonly template: BankTemplate }) {
  const words = useTexts().payoutBatches.templates
  const [headings = [], ...rows] = templateSheet(template, SAMPLE).rows
  return (
    <Panel title={words.preview}>
      <PanelNote>{words.previewLead}</PanelNote>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the panel is scrolled by keyboard */}
      <section className={classes.preview} aria-label={words.preview} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {headings.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <th key={at} scope="col">
                  {cell.kind === 'text' ? cell.text : ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
              <tr key={at}>
                {row.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                  <td key={place}>{cell.kind === 'text' ? cell.text : formatYuan(cell.fen)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
