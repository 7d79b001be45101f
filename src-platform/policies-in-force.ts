import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { tableOf } from '#shared/contracts/console-platform/records/holiday-table.ts'
import { packOf } from '#shared/contracts/console-platform/records/policy-pack.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'
import {
  type AdoptedPolicies,
  type Policies,
  policiesOf,
  type ShippedPolicies,
} from '#shared/rules/in-force/policies.ts'
import type { StoreReader } from './store/store.ts'

/** Kinds of records whose adoption changes what is in force. */
const ADOPTED_KINDS: readonly DecidedKind[] = ['companyControl', 'policyPack', 'holidayTable']

/** Whether a decision about a kind can change what is in force. */
export function changesPolicies(kind: DecidedKind): boolean {
  return ADOPTED_KINDS.includes(kind)
}

/** What is in force on a platform: what it came with, with what two people adopted laid over, as of its day. */
export class PoliciesInForce implements Policies {
  readonly #shipped: ShippedPolicies
  readonly #store: StoreReader
  readonly #today: () => PlainDate
  #adopted: AdoptedPolicies
  #known: { readonly today: PlainDate; readonly policies: Policies } | null = null

  private constructor(
    shipped: ShippedPolicies,
    store: StoreReader,
    today: () => PlainDate,
    adopted: AdoptedPolicies,
  ) {
    this.#shipped = shipped
    this.#store = store
    this.#today = today
    this.#adopted = adopted
  }

  static async open(
    shipped: ShippedPolicies,
    store: StoreReader,
    today: () => PlainDate,
  ): Promise<PoliciesInForce> {
    return new PoliciesInForce(shipped, store, today, await readAdopted(store, shipped))
  }

  get packs() {
    return this.#now().packs
  }

  get tables() {
    return this.#now().tables
  }

  get calendar() {
    return this.#now().calendar
  }

  get controls() {
    return this.#now().controls
  }

  /** Reads anew what was adopted: for the commands that come next. */
  async refresh(): Promise<void> {
    this.#adopted = await readAdopted(this.#store, this.#shipped)
    this.#known = null
  }

  #now(): Policies {
    const today = this.#today()
    if (this.#known?.today !== today) {
      this.#known = { today, policies: policiesOf(this.#shipped, this.#adopted, today) }
    }
    return this.#known.policies
  }
}

async function readAdopted(store: StoreReader, { packs }: ShippedPolicies): Promise<AdoptedPolicies> {
  const marketplaces = [...new Set(packs.map(({ marketplace }) => marketplace))]
  const proposed = await Promise.all(marketplaces.map((key) => store.ofProvider('policyPack', key, '')))
  const tables = inOrder(await store.ofProvider('holidayTable', '', ''))
  return {
    controls: inOrder(await store.ofProvider('companyControl', '', '')),
    packs: inOrder(proposed.flat()).flatMap((record) => packOf(record) ?? []),
    tables: tables.flatMap((record) => {
      const table = tableOf(record)
      return table === null ? [] : [{ table, from: record.from }]
    }),
  }
}

/** Those that were adopted, the first adopted first. */
function inOrder<P extends Proposal>(proposals: readonly P[]): P[] {
  const when = ({ decided, id }: P) => `${decided?.at ?? ''} ${id}`
  return proposals
    .filter(({ status }) => status === 'adopted')
    .sort((one, other) => (when(one) < when(other) ? -1 : 1))
}
