import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'

/** What a record is stored under. Operators belong to the desk, not to a marketplace; bank records to no provider. */
export interface RecordKey {
  readonly marketplace: string
  readonly providerId: string
  /** Unique in its kind and marketplace, where the kind has such a name. */
  readonly name: string | null
  /** Files the record names: who may see the record may fetch them. */
  readonly fileHashes: readonly string[]
}

type KeyOf = { readonly [K in RecordKind]: (record: RecordOf[K]) => RecordKey }

const KEY_OF: KeyOf = {
  operator: () => ({ marketplace: '', providerId: '', name: null, fileHashes: [] }),
  provider: ({ marketplace, id }) => ({ marketplace, providerId: id, name: null, fileHashes: [] }),
  application: ({ marketplace, providerId, applicant }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: applicant.documents.map((document) => document.fileHash),
  }),
  depositObligation: ({ marketplace, providerId }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: [],
  }),
  listing: ({ marketplace, providerId, name }) => ({ marketplace, providerId, name, fileHashes: [] }),
  listingVersion: ({ marketplace, providerId, packageHash, livePackageHash, uploads }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: [
      packageHash,
      ...(livePackageHash === null ? [] : [livePackageHash]),
      ...uploads.map((upload) => upload.fileHash),
    ],
  }),
  bankAccount: ({ marketplace, number }) => ofDesk(marketplace, accountName(number)),
  // Its file stays with who imported it.
  bankStatement: ({ marketplace }) => ofDesk(marketplace, null),
  bankLine: ({ marketplace, accountId, identity }) => ofDesk(marketplace, lineName(accountId, identity)),
}

function ofDesk(marketplace: string, name: string | null): RecordKey {
  return { marketplace, providerId: '', name, fileHashes: [] }
}

/** The name of an account in its marketplace, however its number is written. */
export function accountName(number: string): string {
  return plainAccount(number)
}

/** The name of a bank line in its marketplace: the store itself takes no line of an account twice. */
export function lineName(accountId: string, identity: string): string {
  return `${accountId} ${identity}`
}

export function recordKey<K extends RecordKind>(kind: K, record: RecordOf[K]): RecordKey {
  return KEY_OF[kind](record)
}
