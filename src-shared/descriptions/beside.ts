import type { Bilingual } from '../base/bilingual.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import {
  type DepositObligation,
  depositBalance,
} from '../contracts/console-platform/records/deposit-obligation.ts'
import type { RecordKind, RecordOf } from '../contracts/console-platform/records/record-kinds.ts'
import { depositBeside } from '../contracts/console-platform/seen.ts'
import {
  type Change,
  type Description,
  entries,
  type Field,
  type Names,
  parts,
} from '../values/description.ts'
import { money, NOTHING, phrase, term, text } from '../values/value.ts'
import { RECORD_KIND_WORDS } from '../words/kinds.ts'
import { amountOf } from './common.ts'
import { DEPOSIT_OBLIGATION, postingSaid } from './deposit.ts'
import { RECORD_DESCRIPTIONS } from './records.ts'

type DepositBeside = ReturnType<typeof depositBeside> & { readonly balance: number }

const DEPOSIT: Description<DepositBeside> = {
  category: DEPOSIT_OBLIGATION.category,
  amount: DEPOSIT_OBLIGATION.amount,
  balance: amountOf({ zh: '余额', en: 'Balance' }),
  entries: entries(
    { zh: '台账', en: 'Ledger' },
    (entry) => canonicalJson(entry),
    (entry) =>
      phrase(postingSaid(entry), entry.amount === 0 ? NOTHING : money(entry.amount), text(entry.byName)),
  ),
}

/** A record that is not decided about is said under the word of its kind, e.g. 服务商 · 状态. */
function whole<K extends RecordKind>(kind: K): Field<RecordOf[K] | null> {
  return parts(RECORD_DESCRIPTIONS[kind], RECORD_KIND_WORDS[kind])
}

const deposit = parts(DEPOSIT, RECORD_KIND_WORDS.depositObligation)
const shownOf = (record: DepositObligation | null) =>
  record === null ? null : { ...depositBeside(record), balance: depositBalance(record) }

const BESIDE: { readonly [K in RecordKind]: Field<RecordOf[K] | null> } = {
  operator: whole('operator'),
  provider: whole('provider'),
  application: whole('application'),
  listing: whole('listing'),
  listingVersion: whole('listingVersion'),
  depositObligation: {
    tell: (record, names) => deposit.tell(shownOf(record), names),
    compare: (seen, current, names) => deposit.compare(shownOf(seen), shownOf(current), names),
  },
  recharge: whole('recharge'),
  violation: whole('violation'),
  order: whole('order'),
  matchSettings: whole('matchSettings'),
  paymentTemplate: whole('paymentTemplate'),
  supervision: whole('supervision'),
  subscription: whole('subscription'),
  cluster: whole('cluster'),
  contact: whole('contact'),
  interfaceCall: whole('interfaceCall'),
  meteredBill: whole('meteredBill'),
  notice: whole('notice'),
  noticeTemplate: whole('noticeTemplate'),
  settlementAdjustment: whole('settlementAdjustment'),
  settlementLine: whole('settlementLine'),
  settledOrders: whole('settledOrders'),
  settlementStatement: whole('settlementStatement'),
  settlementMonth: whole('settlementMonth'),
  commissionInvoice: whole('commissionInvoice'),
  commissionRebate: whole('commissionRebate'),
  orderImport: whole('orderImport'),
  companyControl: whole('companyControl'),
  policyPack: whole('policyPack'),
  holidayTable: whole('holidayTable'),
  offlineOrder: whole('offlineOrder'),
  bankAccount: whole('bankAccount'),
  bankStatement: whole('bankStatement'),
  bankLine: whole('bankLine'),
  providerAccount: whole('providerAccount'),
  payoutRequest: whole('payoutRequest'),
  invoice: whole('invoice'),
  payoutBatch: whole('payoutBatch'),
}

/** Where a record that stands beside a decision differs; null where it did not stand there, or does no longer. */
export function besideChanges<K extends RecordKind>(
  kind: K,
  seen: RecordOf[K] | null,
  current: RecordOf[K] | null,
  names: Names,
): readonly Change[] {
  return BESIDE[kind].compare(seen, current, names)
}

const PACK: Bilingual = { zh: '规则版本', en: 'Version of the rules' }
const NO_PACK: Bilingual = { zh: '没有生效的规则', en: 'No rules in force' }

/** Where the version of the pack differs by which it is judged. */
export function packChanges(seen: string | null, current: string | null): readonly Change[] {
  const said = (version: string | null) => (version === null ? term('', NO_PACK) : text(version))
  return seen === current ? [] : [{ label: PACK, seen: said(seen), current: said(current) }]
}
