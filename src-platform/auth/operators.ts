import { hashPassword } from '#node/password-hash.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Grant, Operator } from '#shared/contracts/console-platform/records/operator.ts'
import { rolesOn } from '#shared/contracts/console-platform/role-grants.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import { accountSchema, type Account as Credentials } from '../store/credentials.ts'
import type { StoreTransaction } from '../store/store.ts'

export interface NewOperator {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly roles: readonly Role[]
  /** 工号, where the company has them. */
  readonly staffNumber?: string
  /** First day of the roles, Beijing; the day they are given where it is left out. */
  readonly since?: PlainDate
  /** Of a second factor that is known from the start, base 32. */
  readonly factorSecret?: string
}

/** Makes an operator who can sign in: her record for the feed and her account, in one transaction. */
export async function createOperator(platform: Platform, operator: NewOperator): Promise<Operator> {
  const passwordHash = await hashPassword(operator.password, platform.randomBytes)
  return platform.store.write((transaction) =>
    putNewOperator(platform, transaction, { ...operator, passwordHash }),
  )
}

/** Writes a new operator's record and account down, as the platform does by itself. */
export async function putNewOperator(
  platform: Pick<Platform, 'clock'>,
  transaction: StoreTransaction,
  {
    id,
    name,
    email,
    roles,
    staffNumber,
    since,
    factorSecret,
    passwordHash,
  }: Omit<NewOperator, 'password'> & Pick<Credentials, 'passwordHash'>,
): Promise<Operator> {
  const at = now(platform)
  const record: Operator = {
    ...{
      id,
      version: 1,
      name,
      roles: [...roles],
      grants: grantsFrom(roles, since ?? shanghaiDate(at)),
      active: true,
    },
    updatedAt: at,
  }
  await transaction.put('operator', record)
  await transaction.putAccount(
    accountSchema.parse({
      ...{ id, email: normalEmail(email), passwordHash },
      staffNumber: staffNumber?.trim() || null,
      factor: factorSecret === undefined ? null : factorOf(factorSecret, at),
    }),
  )
  await audit(transaction, {
    at,
    actor: 'platform',
    action: 'user.create',
    recordKind: 'operator',
    recordId: id,
    after: record,
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
    const roles = [...(change.roles ?? before.roles)]
    const after: Operator = {
      ...before,
      version: before.version + 1,
      roles,
      grants: change.roles === undefined ? before.grants : grantsFrom(roles, shanghaiDate(at)),
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

/** Who it is that asks, with the roles of the day. */
export function accountOn(
  { id, name, grants }: Pick<Operator, 'id' | 'name' | 'grants'>,
  { email }: Pick<Credentials, 'email'>,
  at: string,
): Account {
  return { id, name, email, roles: rolesOn(grants, shanghaiDate(at)) }
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** A second factor whose secret is known: no code of it was taken yet, and there are no recovery codes. */
export function factorOf(secret: string, at: string): Credentials['factor'] {
  return { secret, lastStep: 0, recovery: [], since: at }
}

/** From this day on, without an end. */
function grantsFrom(roles: readonly Role[], from: PlainDate): Grant[] {
  return roles.map((role) => ({ role, from, until: null }))
}
