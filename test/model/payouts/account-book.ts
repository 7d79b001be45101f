import type { Account, Applied } from './payout-records.ts'

/** Whole working days between the approval of an account and the first payment to it. */
const HOLD_DAYS = 3
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
/** When accounts were approved that nobody proposed here: their hold is long over. */
const BEFORE = '2026-01-01T00:00:00.000Z'

interface Entry {
  readonly provider: string
  readonly by: string
  approvedAt: string | null
  isOver: boolean
}

/** Accounts of providers as the decisions about them leave them: two people each, and one that holds of a provider. */
export class AccountBook {
  readonly #accounts: Map<string, Entry>
  readonly #say: (what: string) => void
  readonly #personOf: (account: string) => string

  constructor(
    known: Iterable<Account>,
    proposed: ReadonlySet<string>,
    personOf: (account: string) => string,
    say: (what: string) => void,
  ) {
    this.#personOf = personOf
    this.#say = say
    this.#accounts = new Map(
      [...known]
        .filter(({ id }) => !proposed.has(id))
        .map(({ id, providerId: provider, proposed: { by } }) => [
          id,
          { provider, by, approvedAt: BEFORE, isOver: false },
        ]),
    )
  }

  propose(id: string, provider: string, by: string): void {
    this.#accounts.set(id, { provider, by, approvedAt: null, isOver: false })
  }

  refuse(id: string): void {
    this.#accounts.delete(id)
  }

  approve(id: string, { actor, at }: Applied): void {
    const account = this.#accounts.get(id)
    if (account === undefined) {
      this.#say(`account ${id} was approved and not proposed`)
      return
    }
    if (this.#personOf(account.by) === this.#personOf(actor))
      this.#say(`${actor} approved its own account ${id}`)
    for (const each of this.#accounts.values())
      if (each.provider === account.provider && each.approvedAt !== null) each.isOver = true
    account.approvedAt = at
  }

  /** The one that holds; null where none does. */
  inForce(provider: string): string | null {
    const found = [...this.#accounts].find(
      ([, each]) => each.provider === provider && each.approvedAt !== null && !each.isOver,
    )
    return found?.[0] ?? null
  }

  /** Money goes to the account that holds, and was approved so many whole working days before. */
  check(request: string, provider: string, account: string | null, at: string): void {
    const inForce = this.inForce(provider)
    if (inForce === null || inForce !== account) {
      this.#say(`${request} goes to an account that does not hold`)
      return
    }
    const approvedAt = this.#accounts.get(inForce)?.approvedAt ?? null
    if (approvedAt === null || workingDaysBetween(approvedAt, at) < HOLD_DAYS)
      this.#say(`${request} at ${at} goes to an account approved at ${approvedAt}`)
  }
}

/** Days from Monday to Friday after the day of one instant and before that of another; March 2026 has no holidays. */
function workingDaysBetween(from: string, to: string): number {
  const day = (instant: string) => Math.floor((Date.parse(instant) + SHANGHAI_MS) / DAY_MS)
  const days = Array.from({ length: Math.max(0, day(to) - day(from) - 1) }, (_, at) => day(from) + 1 + at)
  return days.filter((each) => ![0, 6].includes(new Date(each * DAY_MS).getUTCDay())).length
}
