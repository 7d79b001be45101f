import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** How records of a kind are found, as SQL: the row is `r`, its pending state `o`. */
interface FindKind {
  readonly from: string
  /** title, subtitle, marketplace, status, pending, within, amount. Of a deposit the day decides the status. */
  readonly columns: string
  /** The table and columns that hold its names, each the first of an index, and which of one name come first; none where it has no name. */
  readonly names: {
    readonly table: string
    readonly columns: readonly string[]
    /** What has them, as `i`; and the alias of the table in it. */
    readonly from: string
    readonly alias: string
    readonly newest: string
  }
  /** Columns of numbers found by their beginning, each the first of an index. */
  readonly numbers?: readonly string[]
}

const STATE = 'coalesce(o.status, r.status) AS status, o.id IS NOT NULL AS pending'
const NO_STATE = `'' AS status, 0 AS pending`

function namesIn(table: string, columns: readonly string[]): FindKind['names'] {
  return { table, columns, from: `${table} i`, alias: 'i', newest: 'i.rowid' }
}

/** Every kind of record; of one name they are shown in this order. */
export const FIND_KINDS: Readonly<Record<RecordKind, FindKind>> = {
  provider: {
    from: 'provider r',
    columns: `r.name AS title, ifnull(r.joinedOn, '') AS subtitle, r.marketplace AS marketplace,
      r.status AS status, 0 AS pending, NULL AS within, NULL AS amount`,
    names: namesIn('provider', ['name']),
  },
  application: {
    from: 'application r LEFT JOIN overlay_application o ON o.id = r.id',
    columns: `r.name AS title, substr(r.submittedAt, 1, 10) AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('application', ['name']),
  },
  depositObligation: {
    from: 'deposit_obligation r LEFT JOIN overlay_deposit_obligation o ON o.id = r.id',
    columns: `r.name AS title, '' AS subtitle, r.marketplace AS marketplace, '' AS status,
      o.id IS NOT NULL AS pending, NULL AS within, r.amount AS amount`,
    names: namesIn('deposit_obligation', ['name', 'receipts']),
  },
  recharge: {
    from: 'recharge r LEFT JOIN overlay_recharge o ON o.id = r.id',
    columns: `r.name AS title, r.paidOn || ' · ' || r.channel || ' ' || r.number AS subtitle,
      r.marketplace AS marketplace, ${STATE}, NULL AS within, r.amount AS amount`,
    names: { ...namesIn('recharge', ['number', 'name']), newest: 'i.paidOn' },
  },
  providerAccount: {
    from: 'provider_account r LEFT JOIN overlay_provider_account o ON o.id = r.id',
    columns: `r.accountName AS title, r.number || ' · ' || r.name AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('provider_account', ['number', 'name']),
  },
  invoice: {
    from: 'invoice r LEFT JOIN overlay_invoice o ON o.id = r.id',
    columns: `r.name AS title, r.issuedOn || ' · ' || r.number AS subtitle, r.marketplace AS marketplace, ${STATE},
      NULL AS within, r.gross AS amount`,
    names: { ...namesIn('invoice', ['number', 'name']), newest: 'i.issuedOn' },
  },
  payoutRequest: {
    from: 'payout_request r LEFT JOIN overlay_payout_request o ON o.id = r.id',
    columns: `r.name AS title, r.requestedOn AS subtitle, r.marketplace AS marketplace, ${STATE}, NULL AS within,
      r.amount AS amount`,
    names: { ...namesIn('payout_request', ['name']), newest: 'i.requestedOn' },
  },
  payoutBatch: {
    from: 'payout_batch r LEFT JOIN overlay_payout_batch o ON o.id = r.id',
    columns: `r.number AS title, r.executeOn AS subtitle, r.marketplace AS marketplace, ${STATE}, NULL AS within,
      r.amount AS amount`,
    names: { ...namesIn('payout_batch', ['number', 'name']), newest: 'i.createdAt' },
  },
  violation: {
    from: 'violation r LEFT JOIN overlay_violation o ON o.id = r.id',
    columns: `r.name AS title, r.occurredOn AS subtitle, r.marketplace AS marketplace, ${STATE}, NULL AS within,
      CASE WHEN r.deduction = 0 THEN NULL ELSE r.deduction END AS amount`,
    names: { ...namesIn('violation', ['name']), newest: 'i.occurredOn' },
  },
  listingVersion: {
    from: `listing_version r LEFT JOIN overlay_listing_version o ON o.id = r.id
      LEFT JOIN provider v ON v.id = r.providerId`,
    columns: `r.titleZh AS title, r.listingName || ' ' || r.packageVersion || ' · ' || ifnull(v.name, r.providerId)
      AS subtitle, r.marketplace AS marketplace, ${STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('listing_version', ['listingName', 'titleZh', 'titleEn']),
  },
  listing: {
    from: 'listing r LEFT JOIN provider v ON v.id = r.providerId',
    columns: `r.titleZh AS title, r.name || ' · ' || ifnull(v.name, r.providerId) AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, r.providerId AS within, NULL AS amount`,
    names: namesIn('listing', ['name', 'titleZh', 'titleEn']),
  },
  order: {
    from: 'market_order r',
    columns: `r.number || ' ' || r.productName AS title, substr(r.paidAt, 1, 10) || ' · ' || r.name AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, NULL AS within, r.cash AS amount`,
    names: { ...namesIn('market_order', ['productName']), newest: 'i.paidAt' },
    numbers: ['number'],
  },
  // The order of a supervision is found.
  supervision: {
    from: 'supervision r LEFT JOIN overlay_supervision o ON o.id = r.id',
    columns: `r.number || ' ' || r.productName AS title, r.name AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('supervision', []),
  },
  subscription: {
    from: 'subscription r',
    columns: `r.productName || ' · ' || r.userName AS title, substr(r.subscribedAt, 1, 10) || ' · ' || r.plan AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, r.providerId AS within, r.paid AS amount`,
    names: { ...namesIn('subscription', ['userName']), newest: 'i.subscribedAt' },
    numbers: ['phone', 'email'],
  },
  cluster: {
    from: 'cluster r',
    columns: `r.clusterName || ' · ' || r.productName AS title, substr(r.installedAt, 1, 10) || ' · ' || r.userName AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, r.providerId AS within, NULL AS amount`,
    names: { ...namesIn('cluster', ['clusterName', 'userName']), newest: 'i.installedAt' },
    numbers: ['clusterId'],
  },
  contact: {
    from: 'contact r LEFT JOIN overlay_contact o ON o.id = r.id',
    columns: `r.subject AS title, substr(r.openedAt, 1, 10) || ' · ' || ifnull(r.callerName, r.name) AS subtitle,
      r.marketplace AS marketplace, ${STATE}, NULL AS within, NULL AS amount`,
    names: { ...namesIn('contact', ['subject', 'callerName']), newest: 'i.openedAt' },
  },
  // Found by the ids the provider knows.
  interfaceCall: {
    from: 'interface_call r',
    columns: `r.productName || ' · ' || coalesce(r.orderId, r.instanceId, r.id) AS title, substr(r.at, 1, 10) || ' · ' || r.name AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, NULL AS within, NULL AS amount`,
    names: namesIn('interface_call', []),
    numbers: ['orderId', 'instanceId'],
  },
  notice: {
    from: 'notice r LEFT JOIN overlay_notice o ON o.id = r.id',
    columns: `ifnull(r.subject, r.name) AS title, substr(r.madeAt, 1, 10) || ' · ' || r.name AS subtitle,
      r.marketplace AS marketplace, ${STATE}, NULL AS within, NULL AS amount`,
    names: { ...namesIn('notice', ['subject']), newest: 'i.madeAt' },
  },
  noticeTemplate: {
    from: 'notice_template r',
    columns: `r.subject AS title, substr(r.setAt, 1, 10) AS subtitle, nullif(r.marketplace, '') AS marketplace, ${NO_STATE},
      r.occasion AS within, NULL AS amount`,
    names: { ...namesIn('notice_template', ['subject']), newest: 'i.setAt' },
  },
  // Found by the numbers the provider knows.
  meteredBill: {
    from: 'metered_bill r',
    columns: `r.productName || ' · ' || r.billId AS title, substr(r.billedAt, 1, 10) || ' · ' || r.name AS subtitle,
      r.marketplace AS marketplace, r.status AS status, 0 AS pending, NULL AS within, r.amount AS amount`,
    names: namesIn('metered_bill', []),
    numbers: ['billId', 'orderId', 'instanceId'],
  },
  offlineOrder: {
    from: 'offline_order r LEFT JOIN overlay_offline_order o ON o.id = r.id',
    columns: `r.number || ' ' || r.productName AS title, substr(r.paidAt, 1, 10) || ' · ' || r.name AS subtitle,
      r.marketplace AS marketplace, ${STATE}, NULL AS within, r.cash AS amount`,
    names: { ...namesIn('offline_order', ['number', 'productName']), newest: 'i.paidAt' },
  },
  orderImport: {
    from: 'order_import r',
    columns: `r.fileName AS title, ifnull(r.fromOn, '') || ' – ' || ifnull(r.toOn, '') AS subtitle,
      r.marketplace AS marketplace, ${NO_STATE}, NULL AS within, NULL AS amount`,
    names: { ...namesIn('order_import', ['fileName']), newest: 'i.importedAt' },
  },
  bankAccount: {
    from: 'bank_account r',
    columns: `r.bank || ' ' || r.number AS title, r.holder AS subtitle, r.marketplace AS marketplace,
      ${NO_STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('bank_account', ['number', 'holder', 'bank']),
  },
  bankLine: {
    from: 'bank_line r LEFT JOIN overlay_bank_line o ON o.id = r.id',
    columns: `r.counterpartyName AS title, r.bookedOn AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, r.effect AS amount`,
    names: { ...namesIn('bank_line', ['counterpartyName']), newest: 'i.chronology' },
    numbers: ['serial', 'counterpartyAccount'],
  },
  bankStatement: {
    from: 'bank_statement r JOIN bank_account a ON a.id = r.accountId',
    columns: `a.bank || ' ' || a.number AS title, ifnull(r.fromOn, '') || ' – ' || ifnull(r.toOn, '') AS subtitle,
      r.marketplace AS marketplace, ${NO_STATE}, r.accountId AS within, NULL AS amount`,
    names: {
      table: 'bank_account',
      columns: ['number', 'holder', 'bank'],
      from: 'bank_account b CROSS JOIN bank_statement i ON i.accountId = b.id',
      alias: 'b',
      newest: 'i.fromOn',
    },
  },
  settlementStatement: {
    from: 'settlement_statement r LEFT JOIN overlay_settlement_statement o ON o.id = r.id',
    columns: `r.month || ' ' || r.name AS title, '' AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, r.net AS amount`,
    names: { ...namesIn('settlement_statement', ['name']), newest: 'i.month' },
  },
  commissionInvoice: {
    from: 'commission_invoice r LEFT JOIN overlay_commission_invoice o ON o.id = r.id',
    columns: `r.month || ' ' || r.name AS title, ifnull(r.number, '') AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, r.gross AS amount`,
    names: { ...namesIn('commission_invoice', ['name']), newest: 'i.month' },
  },
  commissionRebate: {
    from: 'commission_rebate r LEFT JOIN overlay_commission_rebate o ON o.id = r.id',
    columns: `r.month || ' ' || r.name AS title, ifnull(r.returnedOn, '') AS subtitle, r.marketplace AS marketplace,
      ${STATE}, NULL AS within, r.amount AS amount`,
    names: { ...namesIn('commission_rebate', ['name']), newest: 'i.month' },
  },
  // What belongs to a statement is shown with it, and found by its id alone.
  settlementLine: {
    from: 'settlement_line r',
    columns: `r.month || ' ' || r.kind AS title, '' AS subtitle, r.marketplace AS marketplace, ${NO_STATE},
      r.statementId AS within, r.amount AS amount`,
    names: namesIn('settlement_line', []),
  },
  settledOrders: {
    from: 'settled_orders r',
    columns: `r.month AS title, '' AS subtitle, r.marketplace AS marketplace, ${NO_STATE},
      r.statementId AS within, NULL AS amount`,
    names: namesIn('settled_orders', []),
  },
  matchSettings: {
    from: 'match_settings r',
    columns: `CAST(r.number AS TEXT) AS title, r.setAt AS subtitle, r.marketplace AS marketplace, ${NO_STATE},
      r.marketplace AS within, NULL AS amount`,
    names: namesIn('match_settings', []),
  },
  paymentTemplate: {
    from: 'payment_template r',
    columns: `r.name || ' ' || r.number AS title, r.setAt AS subtitle, NULL AS marketplace, ${NO_STATE},
      r.bank AS within, NULL AS amount`,
    names: { ...namesIn('payment_template', ['name']), newest: 'i.setAt' },
  },
  settlementAdjustment: {
    from: 'settlement_adjustment r',
    columns: `r.month || ' ' || r.kind AS title, '' AS subtitle, r.marketplace AS marketplace, ${NO_STATE},
      NULL AS within, r.amount AS amount`,
    names: namesIn('settlement_adjustment', []),
  },
  settlementMonth: {
    from: 'settlement_month r',
    columns: `r.month AS title, '' AS subtitle, r.marketplace AS marketplace, ${NO_STATE},
      NULL AS within, NULL AS amount`,
    names: namesIn('settlement_month', []),
  },
  policyPack: {
    from: 'policy_pack r LEFT JOIN overlay_policy_pack o ON o.id = r.id',
    columns: `r.title AS title, r.fromOn AS subtitle, r.marketplace AS marketplace, ${STATE}, NULL AS within,
      NULL AS amount`,
    names: { ...namesIn('policy_pack', ['title']), newest: 'i.proposedAt' },
  },
  holidayTable: {
    from: 'holiday_table r LEFT JOIN overlay_holiday_table o ON o.id = r.id',
    columns: `r.title AS title, r.fromOn AS subtitle, NULL AS marketplace, ${STATE}, NULL AS within, NULL AS amount`,
    names: { ...namesIn('holiday_table', ['title']), newest: 'i.proposedAt' },
  },
  companyControl: {
    from: 'company_control r LEFT JOIN overlay_company_control o ON o.id = r.id',
    columns: `r.title AS title, r.fromOn AS subtitle, NULL AS marketplace, ${STATE}, NULL AS within, NULL AS amount`,
    names: { ...namesIn('company_control', ['title']), newest: 'i.proposedAt' },
  },
  operator: {
    from: 'operator r',
    columns: `r.name AS title, '' AS subtitle, NULL AS marketplace, ${NO_STATE}, NULL AS within, NULL AS amount`,
    names: namesIn('operator', ['name']),
  },
}
