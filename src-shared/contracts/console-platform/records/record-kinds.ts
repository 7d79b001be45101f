import type { z } from 'zod'
import { type Application, applicationSchema } from './application.ts'
import { type BankAccount, bankAccountSchema } from './bank-account.ts'
import {
  type BankLine,
  bankLineSchema,
  chronology,
  lineEffect,
  lineStatus,
  liveAllocation,
  targetKind,
} from './bank-line.ts'
import { type BankStatement, bankStatementSchema } from './bank-statement.ts'
import { type DepositObligation, depositBalance, depositObligationSchema } from './deposit-obligation.ts'
import { type Listing, type ListingVersion, listingSchema, listingVersionSchema } from './listing.ts'
import { type Operator, operatorSchema } from './operator.ts'
import { type Provider, providerSchema } from './provider.ts'

/** Every kind of record the feed carries, by its name on the wire. */
export interface RecordOf {
  provider: Provider
  operator: Operator
  application: Application
  listing: Listing
  listingVersion: ListingVersion
  depositObligation: DepositObligation
  bankAccount: BankAccount
  bankStatement: BankStatement
  bankLine: BankLine
}
export type RecordKind = keyof RecordOf

/** A column a console sorts, filters or searches by, lifted out of the record; null where it is empty. */
export type ColumnValue = string | number | null

interface KindSpec<K extends RecordKind> {
  readonly schema: z.ZodType<RecordOf[K]>
  /** Lifted columns, in wire order, after `id` and `version`. */
  readonly columns: readonly string[]
  readonly lift: (record: RecordOf[K]) => readonly ColumnValue[]
}

/**
 * How each kind travels: a row is `[id, version, ...columns, body]`, body being the record as JSON text.
 * Snapshot order of the kinds is the order here: what others refer to comes first.
 */
export const RECORD_KINDS: { readonly [K in RecordKind]: KindSpec<K> } = {
  operator: {
    schema: operatorSchema,
    columns: ['name', 'active'],
    lift: (operator) => [operator.name, operator.active ? 1 : 0],
  },
  provider: {
    schema: providerSchema,
    columns: ['marketplace', 'name', 'kind', 'status', 'joinedOn', 'updatedAt'],
    lift: (provider) => [
      provider.marketplace,
      provider.name,
      provider.kind,
      provider.status,
      provider.joinedOn,
      provider.updatedAt,
    ],
  },
  application: {
    schema: applicationSchema,
    columns: [
      'marketplace',
      'providerId',
      'name',
      'kind',
      'category',
      'purpose',
      'status',
      'assignee',
      'submittedAt',
      'dueOn',
      'updatedAt',
    ],
    lift: (application) => [
      application.marketplace,
      application.providerId,
      application.applicant.name,
      application.applicant.kind,
      application.applicant.categories.join(' '),
      application.purpose,
      application.status,
      application.assignee,
      application.submittedAt,
      whileOnClock(application),
      application.updatedAt,
    ],
  },
  listing: {
    schema: listingSchema,
    columns: ['marketplace', 'providerId', 'name', 'titleZh', 'titleEn', 'category', 'status', 'updatedAt'],
    lift: (listing) => [
      listing.marketplace,
      listing.providerId,
      listing.name,
      listing.title.zh,
      listing.title.en,
      listing.category,
      listing.status,
      listing.updatedAt,
    ],
  },
  listingVersion: {
    schema: listingVersionSchema,
    columns: [
      'marketplace',
      'providerId',
      'listingId',
      'listingName',
      'titleZh',
      'titleEn',
      'category',
      'packageVersion',
      'delivery',
      'status',
      'assignee',
      'mustFindings',
      'submittedAt',
      'dueOn',
      'updatedAt',
    ],
    lift: (version) => [
      version.marketplace,
      version.providerId,
      version.listingId,
      version.listingName,
      version.title.zh,
      version.title.en,
      version.category,
      version.packageVersion,
      version.offer.delivery,
      version.status,
      version.assignee,
      openMustFindings(version),
      version.submittedAt,
      whileOnClock(version),
      version.updatedAt,
    ],
  },
  depositObligation: {
    schema: depositObligationSchema,
    columns: ['marketplace', 'providerId', 'name', 'category', 'amount', 'balance', 'updatedAt'],
    lift: (obligation) => [
      obligation.marketplace,
      obligation.providerId,
      obligation.providerName,
      obligation.category,
      obligation.amount,
      depositBalance(obligation),
      obligation.updatedAt,
    ],
  },
  bankAccount: {
    schema: bankAccountSchema,
    columns: ['marketplace', 'number', 'holder', 'bank', 'updatedAt'],
    lift: (account) => [account.marketplace, account.number, account.holder, account.bank, account.updatedAt],
  },
  bankStatement: {
    schema: bankStatementSchema,
    columns: ['marketplace', 'accountId', 'fileHash', 'fromOn', 'toOn', 'importedAt'],
    lift: (statement) => [
      statement.marketplace,
      statement.accountId,
      statement.fileHash,
      statement.period?.from ?? null,
      statement.period?.to ?? null,
      statement.importedAt,
    ],
  },
  bankLine: {
    schema: bankLineSchema,
    columns: [
      'marketplace',
      'accountId',
      'statementId',
      'identity',
      'bookedOn',
      'chronology',
      'effect',
      'balanceAfter',
      'counterpartyName',
      'counterpartyAccount',
      'said',
      'status',
      'matchedKinds',
      'matchedTo',
      'updatedAt',
    ],
    lift: (line) => [
      line.marketplace,
      line.accountId,
      line.statementId,
      line.identity,
      line.bookedOn,
      chronology(line),
      lineEffect(line),
      line.balanceAfter,
      line.counterpartyName,
      line.counterpartyAccount,
      [line.summary, line.purpose, line.remark].filter((text) => text !== '').join(' · '),
      lineStatus(line),
      matchedKinds(line),
      matchedTo(line),
      line.updatedAt,
    ],
  },
}

/** What the parts of a matched line are, e.g. `deposit interest`; null while it is open. */
function matchedKinds(line: BankLine): string | null {
  const kinds = liveAllocation(line)?.parts.map(({ target }) => targetKind(target))
  return kinds === undefined ? null : [...new Set(kinds)].join(' ')
}

/** Ids of the deposits that a matched line went to, joined by blanks; null where it went to none. */
function matchedTo(line: BankLine): string | null {
  const ids = liveAllocation(line)?.parts.flatMap(({ target }) =>
    target.kind === 'deposit' || target.kind === 'refund' ? [target.obligationId] : [],
  )
  return ids === undefined || ids.length === 0 ? null : ids.join(' ')
}

/** The day an answer is owed, while one is: queues sort by it, and what waits for others comes last. */
function whileOnClock({ status, dueOn }: { status: string; dueOn: string | null }): string | null {
  return status === 'submitted' || status === 'in_review' ? dueOn : null
}

/** Must-findings that no ops-manager has overridden: what still blocks approval. */
export function openMustFindings(version: Pick<ListingVersion, 'findings' | 'overrides'>): number {
  const overridden = new Set(version.overrides.map((override) => override.ruleId))
  return version.findings.filter((finding) => finding.severity === 'must' && !overridden.has(finding.ruleId))
    .length
}

export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as RecordKind[]

export type WireRow = readonly [id: string, version: number, ...columnsAndBody: ColumnValue[]]

/** The row of a record on the wire. */
export function wireRow<K extends RecordKind>(kind: K, record: RecordOf[K]): WireRow {
  return [record.id, record.version, ...RECORD_KINDS[kind].lift(record), JSON.stringify(record)]
}
