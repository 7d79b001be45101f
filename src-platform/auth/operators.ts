import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import { hashPassword } from './password-hash.ts'

export interface NewOperator {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly roles: readonly Role[]
  /** 工号, where the company has them. */
  readonly staffNumber?: string
}

/** Makes an operator who can sign in: her record for the feed and her account, in one transaction. */
export async function createOperator(platform: Platform, operator: NewOperator): Promise<Operator> {
  const passwordHash = await hashPassword(operator.password, platform.randomBytes)
  const { id, name } = operator
  const at = now(platform)
  const record: Operator = { id, version: 1, name, roles: [...operator.roles], active: true, updatedAt: at }
  await platform.store.write(async (transaction) => {
    await transaction.put('operator', record)
    await transaction.putAccount({
      id,
      email: normalEmail(operator.email),
      passwordHash,
      staffNumber: operator.staffNumber?.trim() || null,
    })
    await audit(transaction, {
      at,
      actor: 'platform',
      action: 'user.create',
      recordKind: 'operator',
      recordId: id,
      after: record,
    })
  })
  return record
}

/** Changes what an operator may do; her open sessions follow at their next request. */
export async function changeOperator(
  platform: Platform,
  id: string,
  change: { readonly roles?: readonly Role[]; readonly active?: boolean },
): Promise<Operator | null> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const before = await transaction.get('operator', id)
    if (before === null) return null
    const after: Operator = {
      ...before,
      version: before.version + 1,
      roles: [...(change.roles ?? before.roles)],
      active: change.active ?? before.active,
      updatedAt: at,
    }
    await transaction.put('operator', after)
    await audit(transaction, {
      at,
      actor: 'platform',
      action: 'user.change',
      recordKind: 'operator',
      recordId: id,
      before,
      after,
    })
    return after
  })
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}
