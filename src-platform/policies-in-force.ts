import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'
import {
  type AdoptedPolicies,
  type Policies,
  policiesOf,
  type ShippedPolicies,
} from '#shared/rules/in-force/policies.ts'
import type { StoreReader } from './store/store.ts'

/** Kinds of records whose adoption changes what is in force. */
const ADOPTED_KINDS: readonly DecidedKind[] = ['companyControl']

/** Whether a decision about a kind can change what is in force. */
export function changesPolicies(kind: DecidedKind): boolean {
  return ADOPTED_KINDS.includes(kind)
}

/** What is in force on a platform: what it came with, with what two people adopted laid over. */
export class PoliciesInForce implements Policies {
  readonly #shipped: ShippedPolicies
  readonly #store: StoreReader
  #policies: Policies

  private constructor(shipped: ShippedPolicies, store: StoreReader, policies: Policies) {
    this.#shipped = shipped
    this.#store = store
    this.#policies = policies
  }

  static async open(shipped: ShippedPolicies, store: StoreReader): Promise<PoliciesInForce> {
    return new PoliciesInForce(shipped, store, policiesOf(shipped, await readAdopted(store)))
  }

  get packs() {
    return this.#policies.packs
  }

  get tables() {
    return this.#policies.tables
  }

  get calendar() {
    return this.#policies.calendar
  }

  get controls() {
    return this.#policies.controls
  }

  /** Reads anew what was adopted: for the commands that come next. */
  async refresh(): Promise<void> {
    this.#policies = policiesOf(this.#shipped, await readAdopted(this.#store))
  }
}

async function readAdopted(store: StoreReader): Promise<AdoptedPolicies> {
  return { controls: inOrder(await store.ofProvider('companyControl', '', '')) }
}

/** Those that were adopted, the first adopted first. */
function inOrder<P extends Proposal>(proposals: readonly P[]): P[] {
  const when = ({ decided, id }: P) => `${decided?.at ?? ''} ${id}`
  return proposals
    .filter(({ status }) => status === 'adopted')
    .sort((one, other) => (when(one) < when(other) ? -1 : 1))
}
