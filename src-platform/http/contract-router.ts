import { implement } from '@orpc/server'
import { ADMINS } from '#shared/contracts/console-platform/commands/who-may.ts'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { platformContract } from '#shared/contracts/console-platform/contract.ts'
import { outcomeIn } from '#shared/contracts/console-platform/older-protocols.ts'
import { READS_AUDIT, type Role } from '#shared/contracts/console-platform/roles.ts'
import { SEES_PERSONAL_DATA } from '#shared/contracts/console-platform/visibility.ts'
import { auditChange } from '../audit/audit-change.ts'
import { auditHead, verifyAudit } from '../audit/audit-log.ts'
import { rolesOnDay } from '../audit/roles-on-day.ts'
import { signOut } from '../auth/authenticate.ts'
import { changePassword } from '../auth/change-password.ts'
import { acceptInvitation, issueInvitation } from '../auth/invitations.ts'
import { listAccounts } from '../auth/list-accounts.ts'
import { refresh } from '../auth/refresh.ts'
import { signIn } from '../auth/sign-in.ts'
import { visibleKinds } from '../change-feed/role-cut.ts'
import { snapshotStart } from '../change-feed/snapshot.ts'
import { executeCommand } from '../commands/execute-command.ts'
import { reveal } from '../personal-data/reveal.ts'
import type { Platform } from '../platform.ts'
import type { RequestContext } from './request-context.ts'

/** Those whose statements, workbooks and receipts state it. */
const STATES_HEAD: readonly Role[] = [...READS_AUDIT, 'finance', 'finance-approver']

/** Who answers callers, and whoever has the data in the clear. */
const REVEALS = ['support', ...SEES_PERSONAL_DATA] as const

/** The contract's procedures but those of the feed that are raw routes (raw-feed.ts): thin wrappers all. */
export function contractRouter(platform: Platform) {
  const { snapshotPage: _page, feed: _feed, ...spoken } = platformContract
  const open = implement(spoken).$context<RequestContext>()
  const signedIn = open.use(({ context, next, errors }) => {
    if (context.signedIn === null) throw errors.UNAUTHORIZED()
    const { roles } = context.signedIn.account
    return next({ context: { session: context.signedIn, audience: { roles, protocol: context.protocol } } })
  })
  const only = (allowed: readonly Role[]) =>
    signedIn.use(({ context, next, errors }) => {
      const { roles } = context.session.account
      if (!allowed.some((role) => roles.includes(role))) throw errors.FORBIDDEN()
      return next()
    })
  const auditing = only(READS_AUDIT)

  return open.router({
    about: open.about.handler(() => platform.about),
    signIn: open.signIn.handler(async ({ input, context, errors }) => {
      const result = await signIn(platform, { ...input, address: context.address })
      if (result.kind === 'signed-in') return result.tokens
      if (result.kind === 'refused') throw errors.UNAUTHORIZED({ message: 'E-mail or password is wrong.' })
      if (result.kind === 'second-factor') throw errors.SECOND_FACTOR({ data: result.asked })
      const { retryAfterSeconds } = result
      context.resHeaders?.set('retry-after', String(retryAfterSeconds))
      throw errors.TOO_MANY_REQUESTS({ message: 'Too many attempts.', data: { retryAfterSeconds } })
    }),
    acceptInvitation: open.acceptInvitation.handler(async ({ input, context, errors }) => {
      const result = await acceptInvitation(platform, { ...input, address: context.address })
      if (result.kind === 'accepted') return { accepted: true }
      if (result.kind === 'refused') throw errors.UNAUTHORIZED({ message: 'E-mail or code is wrong.' })
      const { retryAfterSeconds } = result
      context.resHeaders?.set('retry-after', String(retryAfterSeconds))
      throw errors.TOO_MANY_REQUESTS({ message: 'Too many attempts.', data: { retryAfterSeconds } })
    }),
    changePassword: signedIn.changePassword.handler(async ({ input, context, errors }) => {
      const { session, address } = context
      const result = await changePassword(platform, session, { ...input, address })
      if (result.kind !== 'throttled') return { outcome: result.kind }
      const { retryAfterSeconds } = result
      context.resHeaders?.set('retry-after', String(retryAfterSeconds))
      throw errors.TOO_MANY_REQUESTS({ message: 'Too many attempts.', data: { retryAfterSeconds } })
    }),
    accounts: only(ADMINS).accounts.handler(async () => ({ accounts: await listAccounts(platform) })),
    issueInvitation: only(ADMINS).issueInvitation.handler(async ({ input, context, errors }) => {
      const issued = await issueInvitation(platform, context.session.account.id, input.id)
      if (issued === 'unknown-record') throw errors.NOT_FOUND()
      if (typeof issued === 'string') throw errors.CONFLICT({ data: { code: issued } })
      return issued
    }),
    refresh: open.refresh.handler(async ({ input, errors }) => {
      const tokens = await refresh(platform, input.refreshToken)
      if (tokens === null) throw errors.UNAUTHORIZED()
      return tokens
    }),
    signOut: signedIn.signOut.handler(async ({ context }) => ({
      ended: await signOut(platform, context.session.sessionId),
    })),
    me: signedIn.me.handler(({ context }) => context.session.account),
    snapshotStart: signedIn.snapshotStart.handler(({ context }) =>
      snapshotStart(platform.store, context.audience),
    ),
    digest: signedIn.digest.handler(({ context: { audience } }) =>
      platform.store.digest(visibleKinds(audience), audience),
    ),
    command: signedIn.command.handler(async ({ input, context }) => {
      const outcome = await executeCommand(platform, context.session.account, input, context.protocol)
      return outcomeIn(outcome, COMMANDS[input.type].about, context.protocol)
    }),
    knownCommands: signedIn.knownCommands.handler(async ({ input, context }) => {
      const kept = await Promise.all(input.ids.map((id) => platform.store.outcome(id)))
      const own = kept.filter((each) => each?.actor === context.session.account.id)
      return { known: own.flatMap((each) => (each === null ? [] : [each.commandId])) }
    }),
    reveal: only(REVEALS).reveal.handler(async ({ input, context, errors }) => {
      const fields = await reveal(platform, context.session.account, input)
      if (fields === null) throw errors.NOT_FOUND()
      return { fields }
    }),
    audit: auditing.audit.handler(async ({ input }) => {
      const entries = await platform.store.auditAfter(input.after, input.limit)
      const last = await platform.store.lastAudit()
      return { entries, head: last?.hash ?? '' }
    }),
    auditHead: only(STATES_HEAD).auditHead.handler(() => auditHead(platform.store)),
    verifyAudit: auditing.verifyAudit.handler(() => verifyAudit(platform.store)),
    auditEntries: auditing.auditEntries.handler(async ({ input: { below, limit, ...filter } }) => ({
      entries: await platform.store.auditBelow(filter, below ?? null, limit),
      total: await platform.store.countAudit(filter),
    })),
    auditChange: auditing.auditChange.handler(async ({ input, context, errors }) => {
      const change = await auditChange(platform.store, input.sequence, context.session.account.roles)
      if (change === null) throw errors.NOT_FOUND()
      return change
    }),
    auditRoles: auditing.auditRoles.handler(async ({ input: { day } }) => ({
      people: await rolesOnDay(platform.store, day),
    })),
  })
}
