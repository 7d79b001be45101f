import type { Instant } from '../../../base/ids.ts'
import { holidayTroubles } from '../../../calendar/holiday-table.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import { firstAdoptableDay } from '../../../policy/adoption-trouble.ts'
import { type HolidayTableRecord, tableOf } from '../records/holiday-table.ts'
import { type PolicyPackRecord, packOf } from '../records/policy-pack.ts'
import type { Actor, DecisionAbout } from './decision.ts'
import { adopted, declined, type ProposalTrouble, proposed } from './proposal-transitions.ts'

/** A pack of rules after a decision, one version further; or why it cannot be. What other packs say is the platform's to ask. Pure. */
export function decidePolicyPack(
  before: PolicyPackRecord | null,
  id: string,
  decision: DecisionAbout<'policyPack'>,
  actor: Actor,
  at: Instant,
): PolicyPackRecord | ProposalTrouble {
  const step = { decision, actor, at, earliest: firstAdoptableDay(shanghaiDate(at)) }
  switch (decision.type) {
    case 'policy.propose': {
      if (before !== null) return 'wrong-state'
      const { fileName, fileHash, reason } = decision.arguments
      const pack = packOf(decision.arguments)
      if (pack === null) return 'bad-arguments'
      const { marketplace, name, version: packVersion, effectiveFrom: from } = pack
      const proposal = proposed(id, { from, reason }, step)
      return typeof proposal === 'string'
        ? proposal
        : {
            ...{ ...proposal, fileName, fileHash, marketplace, name, packVersion },
            pack: JSON.stringify(pack),
          }
    }
    case 'policy.adopt':
      return before === null ? 'wrong-state' : adopted(before, step)
    case 'policy.decline':
      return before === null ? 'wrong-state' : declined(before, decision.arguments.reason, step)
  }
}

/** A table of holidays after a decision, one version further; or why it cannot be. Pure. */
export function decideHolidayTable(
  before: HolidayTableRecord | null,
  id: string,
  decision: DecisionAbout<'holidayTable'>,
  actor: Actor,
  at: Instant,
): HolidayTableRecord | ProposalTrouble {
  const step = { decision, actor, at, earliest: firstAdoptableDay(shanghaiDate(at)) }
  switch (decision.type) {
    case 'calendar.import': {
      if (before !== null) return 'wrong-state'
      const { fileName, fileHash } = decision.arguments
      const table = tableOf(decision.arguments)
      if (table === null || holidayTroubles(table).length > 0) return 'bad-arguments'
      const proposal = proposed(id, decision.arguments, step)
      return typeof proposal === 'string'
        ? proposal
        : { ...proposal, fileName, fileHash, year: table.year, table: JSON.stringify(table) }
    }
    case 'calendar.adopt':
      return before === null ? 'wrong-state' : adopted(before, step)
    case 'calendar.decline':
      return before === null ? 'wrong-state' : declined(before, decision.arguments.reason, step)
  }
}
