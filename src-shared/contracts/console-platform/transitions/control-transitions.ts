import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import { fitsControl } from '../../../rules/in-force/company-controls.ts'
import type { CompanyControl } from '../records/company-control.ts'
import type { Actor, DecisionAbout } from './decision.ts'
import { adopted, declined, type ProposalTrouble, proposed } from './proposal-transitions.ts'

/** A control of the company after a decision, one version further; or why it cannot be. Pure. */
export function decideCompanyControl(
  before: CompanyControl | null,
  id: string,
  decision: DecisionAbout<'companyControl'>,
  actor: Actor,
  at: Instant,
): CompanyControl | ProposalTrouble {
  const step = { decision, actor, at, earliest: shanghaiDate(at) }
  switch (decision.type) {
    case 'control.propose': {
      if (before !== null) return 'wrong-state'
      const { control, value } = decision.arguments
      if (!fitsControl(control, value)) return 'bad-arguments'
      const proposal = proposed(id, decision.arguments, step)
      return typeof proposal === 'string' ? proposal : { ...proposal, control, value }
    }
    case 'control.adopt':
      return before === null ? 'wrong-state' : adopted(before, step)
    case 'control.decline':
      return before === null ? 'wrong-state' : declined(before, decision.arguments.reason, step)
  }
}
