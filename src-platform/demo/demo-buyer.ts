/** Our name and tax id on the invoices of the demo. */
export const DEMO_BUYER = { buyer: '北京青云科技股份有限公司', buyerTaxId: '91110105MA0001HX7A' } as const
