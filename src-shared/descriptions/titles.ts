import type { RecordKind, RecordOf } from '../contracts/console-platform/records/record-kinds.ts'
import { formatYuan } from '../money/yuan.ts'
import { controlSheet } from '../rules/in-force/company-controls.ts'

/** What a record is called where another names it. */
export const RECORD_TITLES: { readonly [K in RecordKind]: (record: RecordOf[K]) => string } = {
  operator: ({ name }) => name,
  provider: ({ name }) => name,
  application: ({ applicant }) => applicant.name,
  listing: ({ title }) => title.zh,
  listingVersion: ({ title, packageVersion }) => `${title.zh} ${packageVersion}`,
  depositObligation: ({ providerName }) => providerName,
  matchSettings: ({ number, set }) => `${number} ${set.byName}`,
  paymentTemplate: ({ template, number }) => `${template.name} ${number}`,
  settlementAdjustment: ({ month, providerName, amount }) => `${month} ${providerName} ${formatYuan(amount)}`,
  settlementLine: ({ month, orderNumber, amount }) =>
    [month, orderNumber, formatYuan(amount)].filter((part) => part !== null).join(' '),
  settledOrders: ({ month }) => month,
  settlementStatement: ({ month, providerName }) => `${month} ${providerName}`,
  settlementMonth: ({ marketplace, month }) => `${marketplace} ${month}`,
  commissionRebate: ({ month, providerName, amount }) => `${month} ${providerName} ${formatYuan(amount)}`,
  commissionInvoice: ({ month, providerName, gross }) => `${month} ${providerName} ${formatYuan(gross)}`,
  policyPack: ({ name, packVersion }) => `${name.zh} ${packVersion}`,
  holidayTable: ({ year, fileName }) => `${year} ${fileName}`,
  companyControl: ({ control }) => controlSheet(control)?.name.zh ?? control,
  providerAccount: ({ accountName, accountNumber }) => `${accountName} ${accountNumber}`,
  invoice: ({ code, number, providerName }) => `${code ?? ''}${number} ${providerName}`,
  payoutRequest: ({ providerName, amount }) => `${providerName} ${formatYuan(amount)}`,
  payoutBatch: ({ number }) => number,
  recharge: ({ channel, number }) => `${channel} ${number}`,
  violation: ({ providerName, occurredOn }) => `${providerName} ${occurredOn}`,
  order: ({ number, productName }) => `${number} ${productName}`,
  supervision: ({ number, productName }) => `${number} ${productName}`,
  subscription: ({ productName, userName }) => `${productName} ${userName}`,
  meteredBill: ({ billId }) => billId,
  interfaceCall: ({ scene, callId }) => `${scene} ${callId}`,
  notice: ({ said, language, providerName }) => said?.texts[language].subject ?? providerName,
  noticeTemplate: ({ texts, number }) => `${texts.zh.subject} ${number}`,
  contact: ({ subject, callerName }) => (callerName === null ? subject : `${subject} ${callerName}`),
  cluster: ({ clusterName, productName }) => `${clusterName} ${productName}`,
  orderImport: ({ fileName }) => fileName,
  offlineOrder: ({ number, productName }) => `${number} ${productName}`,
  bankAccount: ({ number, bank }) => `${number} · ${bank}`,
  bankStatement: ({ fileName }) => fileName,
  bankLine: ({ bookedOn, counterpartyName, summary, amount }) =>
    [bookedOn, counterpartyName || summary, formatYuan(amount)].filter((part) => part !== '').join(' '),
}
