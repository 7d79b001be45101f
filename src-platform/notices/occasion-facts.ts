import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { NoticeSubject } from '#shared/contracts/console-platform/records/notice.ts'
import { invoicedFor, type PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Violation } from '#shared/contracts/console-platform/records/violation.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { wordsOf } from '#shared/rules/cite.ts'
import type { FurtherValues, Occasion } from '#shared/rules/notices/occasions.ts'
import { APPEAL_WORDS } from '#shared/words/violations.ts'
import type { CommandSetting, Written } from '../commands/ruling.ts'

type Setting = Pick<CommandSetting, 'platform' | 'at'>

/** Something a provider is told: of which record, and what its template may name beside what is true of every notice. */
export interface Fact<O extends Occasion = Occasion> {
  readonly about: { readonly kind: NoticeSubject; readonly id: string }
  readonly marketplace: string
  readonly providerId: string
  readonly values: FurtherValues<O>
}

/** What commands write is told of; calls and the clock tell by themselves, and packs go to every provider. */
export type CommandOccasion = Exclude<
  Occasion,
  'deposit-overdue' | 'interface-call-failed' | 'interface-failures' | 'rules-changed'
>

type FactOf<O extends Occasion> = (written: Written, setting: Setting) => Fact<O> | null

const same = (text: string): Bilingual => ({ zh: text, en: text })
const EMPTY = same('')
/** `5,000.00`: templates name the unit. */
const yuan = (fen: Fen) => same(formatYuan(fen).replace('¥', ''))

const application =
  (status: readonly Application['status'][]): FactOf<'application-approved'> =>
  (written, setting) => {
    if (written.kind !== 'application') return null
    const { before, after } = written
    if (before === null || before.status === after.status || !status.includes(after.status)) return null
    return {
      ...ofRecord(written.kind, after),
      values: {
        categories: categoriesOf(packOf(setting, after.marketplace), after.applicant.categories),
        submittedOn: same(shanghaiDate(after.submittedAt)),
        note: lastNote(after.history),
      },
    }
  }

const listing =
  (status: ListingVersion['status']): FactOf<'listing-approved'> =>
  (written) => {
    if (written.kind !== 'listingVersion') return null
    const { before, after } = written
    // A version that a newer one takes the place of is not taken off the shelf by anybody.
    if (before?.status === after.status || after.status !== status) return null
    if (after.history.at(-1)?.action === 'superseded') return null
    return {
      ...ofRecord(written.kind, after),
      values: { ...productOf(after), note: lastNote(after.history) },
    }
  }

const payout =
  (became: (before: PayoutRequest, after: PayoutRequest) => string | null): FactOf<'payout-refused'> =>
  (written) => {
    if (written.kind !== 'payoutRequest' || written.before === null) return null
    const { before, after } = written
    const reason = became(before, after)
    if (reason === null) return null
    const { amount } = after
    const months = after.months.map(({ month }) => month).join('、')
    return {
      ...ofRecord(written.kind, after),
      values: { months: same(months), amount: yuan(amount), reason: same(reason) },
    }
  }

/** How each occasion shows in what a command wrote; null where it does not. */
export const OCCASION_FACTS: { readonly [O in CommandOccasion]: FactOf<O> } = {
  'application-changes-requested': application(['changes_requested']),
  'application-approved': application(['approved', 'contract_pending', 'deposit_pending']),
  'application-rejected': application(['rejected']),
  'provider-opened': application(['open']),
  'listing-changes-requested': listing('changes_requested'),
  'listing-approved': listing('approved'),
  'listing-rejected': listing('rejected'),
  'listing-published': listing('live'),
  'listing-delisted': listing('delisted'),
  'deposit-due': (written, { platform, at }) => {
    if (written.kind !== 'depositObligation') return null
    const { before, after } = written
    if (before !== null && (before.amount ?? 0) >= (after.amount ?? 0)) return null
    const { status, dueOn } = depositOnDay(platform.policies, after, shanghaiDate(at))
    if (!['due', 'due-soon', 'overdue', 'partly-paid'].includes(status)) return null
    return depositFact({ platform, at }, after, dueOn)
  },
  'receipt-issued': (written) => {
    if (written.kind !== 'depositObligation' || written.before === null) return null
    const { before, after } = written
    const receipt = after.entries.slice(before.entries.length).find(({ kind }) => kind === 'receipt')
    if (receipt?.kind !== 'receipt' || receipt.number === null) return null
    return {
      ...ofRecord(written.kind, after),
      values: { amount: yuan(receipt.received), receiptNumber: same(receipt.number) },
    }
  },
  'statement-ready': (written) => {
    if (written.kind !== 'settlementStatement' || written.after.status !== 'committed') return null
    const { month, totals } = written.after
    return {
      ...ofRecord(written.kind, written.after),
      values: { months: same(month), amount: yuan(totals.net) },
    }
  },
  'payout-paid': payout((before, after) => (before.status !== 'paid' && after.status === 'paid' ? '' : null)),
  'payout-refused': payout((before, after) =>
    before.status !== 'rejected' && after.status === 'rejected' ? (after.ended?.reason ?? '') : null,
  ),
  'payout-returned': payout((before, after) => {
    if (after.failures.length <= before.failures.length) return null
    const failed = after.failures.at(-1)
    // Of a line that brought the money back it is what a colleague noted, not what the bank said.
    return failed?.lineId === null ? failed.reason : ''
  }),
  'violation-ruled': (written) => {
    if (written.kind !== 'violation' || written.before === null) return null
    const { before, after } = written
    // Who was never told of a suspicion need not hear that it was dropped.
    if (before.ruling !== null || after.ruling?.outcome !== 'upheld') return null
    const { deduction, topUpBy, reason } = after.ruling
    return {
      ...ofRecord(written.kind, after),
      values: {
        ...ofViolation(after),
        amount: deduction === 0 ? EMPTY : yuan(deduction),
        dueOn: same(topUpBy ?? ''),
        reason: same(reason),
      },
    }
  },
  'violation-appeal-ruled': (written) => {
    if (written.kind !== 'violation') return null
    const { before, after } = written
    const ruling = after.appeal?.ruling ?? null
    if (ruling === null || (before?.appeal?.ruling ?? null) !== null) return null
    const returned = ruling.outcome === 'lifted' ? (after.ruling?.deduction ?? 0) : 0
    return {
      ...ofRecord(written.kind, after),
      values: {
        ...ofViolation(after),
        outcome: APPEAL_WORDS[ruling.outcome],
        amount: returned === 0 ? EMPTY : yuan(returned),
        reason: same(ruling.reason),
      },
    }
  },
  'red-letter-needed': (written) => {
    if (written.kind !== 'payoutRequest' || written.before === null) return null
    const { before, after } = written
    const isOver = after.ended !== null && before.ended === null
    if (!isOver || after.invoices.length === 0) return null
    return {
      ...ofRecord(written.kind, after),
      values: {
        invoices: same(after.invoices.map(({ number }) => number).join('、')),
        amount: yuan(invoicedFor(after)),
        // Why finance cancels it is finance's own; why it was refused the provider was told.
        reason: same(after.status === 'rejected' ? (after.ended?.reason ?? '') : ''),
      },
    }
  },
}

/** What is said of a deposit that is to be paid: of one that lies here in part, what is missing. */
export function depositFact(
  setting: Setting,
  obligation: DepositObligation,
  dueOn: string | null,
): Fact<'deposit-due' | 'deposit-overdue'> {
  const { marketplace, amount, category, providerName } = obligation
  const missing = Math.max(0, (amount ?? 0) - depositBalance(obligation))
  const pack = packOf(setting, marketplace)
  const payee = pack?.deposit?.payee ?? null
  const remark = pack?.deposit?.remark ?? null
  return {
    ...ofRecord('depositObligation', obligation),
    values: {
      amount: yuan(missing),
      categories: categoriesOf(pack, category === null ? [] : [category]),
      dueOn: same(dueOn ?? ''),
      payee:
        payee === null
          ? EMPTY
          : {
              zh: `户名：${payee.name}；账号：${payee.account}；开户行：${payee.bank}`,
              en: `name: ${payee.name}; account: ${payee.account}; bank: ${payee.bank}`,
            },
      remark: remark === null ? EMPTY : same(`${providerName}${remark.fixedPart}`),
    },
  }
}

function ofRecord(
  kind: NoticeSubject,
  { id, marketplace, providerId }: Pick<Fact, 'marketplace' | 'providerId'> & { readonly id: string },
) {
  return { about: { kind, id }, marketplace, providerId }
}

function ofViolation({ rule, occurredOn }: Violation) {
  const { quote, summary } = wordsOf(rule)
  return { rule: same(quote ?? summary ?? ''), occurredOn: same(occurredOn) }
}

/** What the decision told the vendor. */
function lastNote(history: readonly HistoryEntry[]): Bilingual {
  return same(history.at(-1)?.noteToVendor ?? '')
}

function productOf({ title, packageVersion }: Pick<ListingVersion, 'title' | 'packageVersion'>) {
  const name = { zh: title.zh || title.en, en: title.en || title.zh }
  return { product: name, productVersion: same(packageVersion) }
}

function packOf({ platform, at }: Setting, marketplace: string): PolicyPack | null {
  return packInForce(platform.policies.packs, marketplace, shanghaiDate(at))
}

function categoriesOf(pack: PolicyPack | null, ids: readonly string[]): Bilingual {
  const names = ids.map((id) => pack?.admission.categories.find((each) => each.id === id)?.name ?? same(id))
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}
