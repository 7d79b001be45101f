import type { Engine } from '../engine.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import { listAccounts } from '../queries/accounts.ts'
import { readDeskSession } from '../queries/desk-session.ts'
import type { DeskProcedures, OpenProcedures } from './procedures.ts'

/** Signing in and out. */
export function sessionRoutes({ session }: OpenProcedures, engine: Engine) {
  return {
    get: session.get.handler(() => readDeskSession(engine)),
    signIn: session.signIn.handler(async ({ input: { email, password, code }, errors }) => {
      const recoveryCodes = await engine.session
        .signIn(email, password, code ?? undefined)
        .catch((error: unknown) => {
          throw isUnauthorized(error) ? errors.BAD_CREDENTIALS({ cause: error }) : error
        })
      return { session: readDeskSession(engine), recoveryCodes: [...recoveryCodes] }
    }),
    acceptInvitation: session.acceptInvitation.handler(async ({ input, errors }) => {
      await engine.session.acceptInvitation(input).catch((error: unknown) => {
        throw isUnauthorized(error) ? errors.BAD_CREDENTIALS({ cause: error }) : error
      })
      return { accepted: true }
    }),
    signOut: session.signOut.handler(async () => {
      await engine.session.signOut()
      return readDeskSession(engine)
    }),
    setJournalAside: session.setJournalAside.handler(async () => {
      await engine.setJournalAside()
      return readDeskSession(engine)
    }),
  }
}

/** Accounts, which lie on the platform alone. */
export function accountRoutes({ accounts }: DeskProcedures, { session }: Engine) {
  return {
    list: accounts.list.handler(({ context }) => listAccounts(context)),
    issueInvitation: accounts.issueInvitation.handler(({ context, input }) =>
      context.workspace.accountsKept.issueInvitation(input.id),
    ),
    changePassword: accounts.changePassword.handler(async ({ context, input, errors }) => {
      if (!(await context.workspace.accountsKept.changePassword(input))) throw errors.BAD_CREDENTIALS()
      await session.passwordChanged(input.current, input.next)
      return { changed: true as const }
    }),
  }
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof PlatformFailure && error.kind === 'unauthorized'
}
