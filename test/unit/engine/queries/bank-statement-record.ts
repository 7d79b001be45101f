import type { BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { AT, hashOf, newUlid } from '#test/integration/platform/sample-records.ts'

/** A statement as it was imported. */
export function sampleStatement(change: Partial<BankStatement> = {}): BankStatement {
  const id = change.id ?? newUlid()
  return {
    id,
    version: 1,
    marketplace: 'kubesphere',
    accountId: newUlid(),
    fileHash: hashOf(id),
    fileName: '工行明细.csv',
    format: 'icbc-history',
    encoding: 'gb18030',
    undecodable: 0,
    account: null,
    currency: 'CNY',
    opening: null,
    closing: null,
    totals: { debitSum: null, creditSum: null, debitCount: null, creditCount: null, count: null },
    period: null,
    skipped: { rows: 0, matter: 0, first: [] },
    proof: 'proven',
    accepted: [],
    lines: 3,
    added: 3,
    importedAt: AT,
    by: 'op-3',
    byName: '刘芳',
    withdrawn: null,
    ...change,
  }
}
