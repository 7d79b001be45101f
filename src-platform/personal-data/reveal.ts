import type { RevealQuestion } from '#shared/contracts/console-platform/contract.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'

/**
 * The personal data of a record for somebody whose copy it is cut from, who says why; null where there is no such record
 * for these roles. That it was told, to whom and why is in the audit log before anything is answered.
 */
export async function reveal(
  platform: Platform,
  account: Account,
  { kind, id, reason }: RevealQuestion,
): Promise<Record<string, unknown> | null> {
  if (!maySee(account.roles, kind)) return null
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const record = await transaction.get(kind, id)
    if (record === null) return null
    await audit(transaction, {
      ...{ at, actor: account.id, action: `personal-data.reveal: ${reason}`, recordKind: kind, recordId: id },
      after: { reason },
    })
    return personalData(kind, record)
  })
}

/** What is taken out of a record with its personal data, by the names of its fields. */
function personalData<K extends RecordKind>(kind: K, record: object): Record<string, unknown> {
  const { withoutPersonalData, schema } = RECORD_KINDS[kind]
  if (withoutPersonalData === null) return {}
  const cut = new Map(Object.entries(withoutPersonalData(schema.parse(record))))
  const taken = Object.entries(record).filter(
    ([field, value]) => JSON.stringify(cut.get(field)) !== JSON.stringify(value),
  )
  return Object.fromEntries(taken)
}
