import { getTableName } from 'drizzle-orm'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { CHANGES_LIMIT, type ProposalStanding } from '#shared/contracts/console-engine/rules.ts'
import { type CommandAbout, commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import type { Proposal } from '#shared/contracts/console-platform/records/proposal.ts'
import { RECORD_KINDS, type RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { firstAdoptableDay } from '#shared/policy/adoption-trouble.ts'
import { CACHE_TABLES, OVERLAY_TABLES } from '../../storage/cache/record-tables.ts'
import type { QueryContext } from '../query-context.ts'

/** Kinds of changes that one person proposes and another adopts. */
export type ProposalKind = 'companyControl' | 'policyPack' | 'holidayTable'

/** The newest changes of a kind, with the decisions on their way laid over. */
export function listProposals<K extends ProposalKind>(context: QueryContext, kind: K): RecordOf[K][] {
  const [confirmed, overlay] = [getTableName(CACHE_TABLES[kind]), getTableName(OVERLAY_TABLES[kind])]
  const sql = `SELECT body, proposedAt, id FROM ${confirmed} WHERE id NOT IN (SELECT id FROM ${overlay})
    UNION ALL SELECT body, proposedAt, id FROM ${overlay} ORDER BY proposedAt DESC, id DESC LIMIT ${CHANGES_LIMIT}`
  return context.statements
    .prepare<{ body: string }>(sql)
    .all({})
    .map(({ body }) => RECORD_KINDS[kind].schema.parse(JSON.parse(body)))
}

/**
 * How a change stands on a day among the changes of the same thing: of those adopted the one with the latest first day
 * holds, of one day the one that was adopted last.
 */
export function standingOf(proposal: Proposal, same: readonly Proposal[], on: PlainDate): ProposalStanding {
  if (proposal.status !== 'adopted') return proposal.status
  const others = same.filter(({ status, id }) => status === 'adopted' && id !== proposal.id)
  if (proposal.from > on) {
    return others.some((each) => each.from === proposal.from && isLater(each, proposal))
      ? 'superseded'
      : 'coming'
  }
  return others.some((each) => each.from <= on && isLater(each, proposal)) ? 'superseded' : 'in-force'
}

/** Whether of two adopted changes the first stands for the second. */
export function isLater(one: Proposal, other: Proposal): boolean {
  const order = ({ from, decided, id }: Proposal) => `${from} ${decided?.at ?? ''} ${id}`
  return order(one) > order(other)
}

/** Whether a change of rules or tables can no longer be adopted: its first day comes before the month after. */
export function isTooLate({ today }: Pick<QueryContext, 'today'>, { from }: Pick<Proposal, 'from'>): boolean {
  return from < firstAdoptableDay(today)
}

/** What this person may do with a change: who proposed it does not adopt it, nor anybody after its first day. */
export function allowedForProposal<K extends ProposalKind>(
  kind: K,
  { id, roles }: Pick<Account, 'id' | 'roles'>,
  { status, proposed }: Proposal,
  isTooLate: boolean,
): CommandAbout<K>[] {
  if (status !== 'proposed') return []
  const isOwn = proposed.by === id
  return commandsAbout(kind).filter((type) => {
    if (!mayCommand(roles, type)) return false
    if (type.endsWith('.adopt')) return !isOwn && !isTooLate
    return type.endsWith('.decline')
  })
}
