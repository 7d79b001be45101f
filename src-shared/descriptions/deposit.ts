import { canonicalJson } from '../base/canonical-json.ts'
import type {
  DepositEntry,
  DepositObligation,
  DepositRecordFacts,
  RefundPayee,
} from '../contracts/console-platform/records/deposit-obligation.ts'
import { type Step, stepValues } from '../rules/step.ts'
import type { Citation } from '../rules/verdict.ts'
import { type Description, entries, field, type Names, parts, UNSAID } from '../values/description.ts'
import {
  day,
  instant,
  labelled,
  list,
  money,
  NOTHING,
  type PlainValue,
  phrase,
  term,
  text,
  type Value,
} from '../values/value.ts'
import { POSTING_WORDS, ROUTE_WORDS } from '../words/postings.ts'
import {
  amountOf,
  attachmentsSaid,
  countOf,
  dayOf,
  entriesOf,
  history,
  LABELS,
  marketplace,
  named,
  record,
  textOf,
  yesNoOf,
} from './common.ts'

const NO_NUMBER = { zh: '（待编号）', en: '(number to come)' }
const NOT_KEPT = { zh: '没有保留', en: 'Not kept' }
const LINE = { zh: '流水', en: 'Line' }
/** What is decided about a new amount. */
export const OWES = { zh: '须补缴', en: 'Owes it' }
export const OWES_NOT = { zh: '不须补缴', en: 'Does not owe it' }
/** Until when a deduction is paid in again. */
export const TOP_UP_BY = { zh: '补足期限', en: 'Pay in again by' }

/** What was posted, wherever it says when. */
type Posting = DepositEntry extends infer E ? (E extends DepositEntry ? Omit<E, 'at'> : never) : never

/** What was posted on the ledger of a deposit, without when, by whom and why. */
export function postingSaid(entry: Posting): Value {
  return phrase(term(entry.kind, POSTING_WORDS[entry.kind]), ...detailOf(entry))
}

function detailOf(entry: Posting): readonly Value[] {
  switch (entry.kind) {
    case 'waive':
      return [day(entry.until)]
    case 'receipt':
      return [receiptNumber(entry.number), money(entry.received)]
    case 'receipt-void':
      return [receiptNumber(entry.number)]
    case 'refund-request':
      return entry.payee === null ? [money(entry.wanted)] : [money(entry.wanted), ...payeeWords(entry.payee)]
    case 'refund-approval':
      return [money(entry.approved)]
    case 'finance-ticket':
      return [
        ...[entry.reference, entry.company, entry.account, entry.address, entry.contact, entry.phone].map(
          text,
        ),
        attachmentsSaid(entry.attachments),
      ]
    case 'receipt-sent':
      return [
        ...[receiptNumber(entry.number), text(entry.courier), text(entry.tracking)],
        attachmentsSaid(entry.attachments),
      ]
    case 'recharge':
      return [text(entry.channel), text(entry.number)]
    case 'new-amount':
      return [
        money(entry.was),
        money(entry.becomes),
        term(String(entry.owes), entry.owes ? OWES : OWES_NOT),
        labelled(TOP_UP_BY, day(entry.dueOn)),
      ]
    case 'refund-in-batch':
      return [text(entry.endToEndId), money(entry.paying)]
    case 'deduction':
      return [labelled(TOP_UP_BY, day(entry.topUpBy)), cited(entry.rule)]
    case 'match':
    case 'unmatch':
    case 'deduction-returned':
    case 'recharge-taken-back':
    case 'refund-hold':
    case 'refund-hold-lifted':
    case 'refund-out-of-batch':
    case 'refund-refusal':
    case 'refund':
    case 'refund-returned':
      return []
  }
}

/** What the payee of a refund is called. */
export const PAYEE = { zh: '退给', en: 'Paid to' }

/** Whom a refund is for: the route, the account and its proof. */
export function payeeSaid(payee: RefundPayee | null): Value {
  return payee === null ? NOTHING : phrase(...payeeWords(payee))
}

function payeeWords(payee: RefundPayee): Value[] {
  const { route, name, account } = payee
  const known = [term(route, ROUTE_WORDS[route]), text(name), text(account)]
  return payee.route === 'original'
    ? known
    : [...known, text(payee.bank), text(payee.evidence), attachmentsSaid(payee.attachments)]
}

function receiptNumber(number: string | null): PlainValue {
  return number === null ? term('', NO_NUMBER) : text(number)
}

/** A posting by itself, with everything it says. */
function wholePosting(entry: DepositEntry, names: Names): Value {
  const lines = 'line' in entry ? [entry.line] : 'lines' in entry ? entry.lines : []
  return phrase(
    instant(entry.at),
    postingSaid(entry),
    entry.amount === 0 ? NOTHING : money(entry.amount),
    labelled(LINE, list(lines.map((id) => record('bankLine', id, names)))),
    text(entry.byName),
    labelled(LABELS.reason, text('reason' in entry ? entry.reason : null)),
    labelled(LABELS.note, text('note' in entry && entry.note !== '' ? entry.note : null)),
  )
}

const facts: Description<DepositRecordFacts> = {
  categories: entriesOf({ zh: '类目', en: 'Categories' }, 'category'),
  joinedOn: dayOf({ zh: '入驻日期', en: 'Joined on' }),
  firstListedOn: dayOf({ zh: '首个商品上架', en: 'First product listed' }),
  staff: countOf({ zh: '团队人数', en: 'Staff' }),
  freeOrOpenSource: yesNoOf({ zh: '仅免费或开源', en: 'Free or open source only' }),
  openSource: yesNoOf({ zh: '全部开源', en: 'Open source throughout' }),
  paidProductOn: dayOf({ zh: '首个收费商品上架', en: 'First paid product' }),
  lastDelistedOn: dayOf({ zh: '最后下架', en: 'Last delisting' }),
  stillListed: countOf({ zh: '在售商品数', en: 'Products listed' }),
  hasViolation: yesNoOf({ zh: '有违规', en: 'Violation' }),
  cooperationEndedOn: dayOf({ zh: '合作终止', en: 'Cooperation ended' }),
}

/** A rule by its sentence and source. */
export function cited({ ruleId, quote, source }: Citation): Value {
  return phrase(text(quote), text(source), text(ruleId))
}

/** A step of a calculation in one line. */
export function stepSaid(step: Step): Value {
  const { marketplace: of, effectiveFrom, version } = step.pack
  return phrase(
    cited(step.citation),
    text(`${of} ${version}`),
    day(effectiveFrom),
    ...stepValues(step).map(({ label, value }) => labelled(label, value)),
  )
}

/** How a deposit is said. */
export const DEPOSIT_OBLIGATION: Description<DepositObligation> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  category: field<string | null>(LABELS.category, (id, names) =>
    id === null ? NOTHING : named('category', id, names),
  ),
  amount: amountOf({ zh: '应缴', en: 'Amount' }),
  why: field<Citation>({ zh: '金额的依据', en: 'Rule of the amount' }, cited),
  steps: field<DepositObligation['steps']>({ zh: '计算步骤', en: 'Steps' }, (steps) =>
    steps === null ? term('', NOT_KEPT) : list(steps.map(stepSaid)),
  ),
  facts: parts(facts),
  // What says the same twice was posted twice.
  entries: entries<DepositEntry>({ zh: '台账', en: 'Ledger' }, (entry) => canonicalJson(entry), wholePosting),
  history,
  updatedAt: UNSAID,
}
