import { implement, ORPCError } from '@orpc/server'
import { engineContract } from '#shared/contracts/console-engine/contract.ts'
import type { Engine } from '../engine.ts'
import { openQueryContext } from '../queries/query-context.ts'
import { typedError } from './typed-errors.ts'

export interface RouterOptions {
  /** Answers from the local database that took longer are told to `onSlow`. */
  readonly slowMilliseconds: number
  readonly onSlow: (path: string, milliseconds: number) => void
  /** Told of every failure that is nobody's outcome: the page learns only that there was one. */
  readonly onFault: (path: string, error: unknown) => void
}

export const LOGGED: RouterOptions = {
  slowMilliseconds: 100,
  onSlow: (path, milliseconds) => console.warn(`slow answer: ${path} took ${Math.round(milliseconds)} ms`),
  onFault: (path, error) => console.error(`no answer: ${path}`, error),
}

/** What asks the platform, or reads a whole package or register: its time is not ours. */
const MAY_TAKE_TIME: ReadonlySet<string> = new Set([
  'session.signIn',
  'session.signOut',
  'session.acceptInvitation',
  'accounts.list',
  'accounts.issueInvitation',
  'accounts.changePassword',
  'listings.package',
  'listings.packageImage',
  'applications.export',
  'listings.export',
  'orders.export',
  'subscriptions.export',
  'clusters.export',
  'contacts.export',
  'supervisions.export',
  'interfaceCalls.export',
  'meteredBills.export',
  'notices.export',
  'rules.packs.check',
  'orders.imports.read',
  'orders.offline.export',
  'orders.imports.preview',
  'orders.imports.orders',
  'orders.imports.apply',
  'orders.imports.template',
  'settlement.book.next',
  'settlement.export',
  'settlement.pdf',
  'commissionInvoices.export',
  'commissionRebates.export',
  'commissionInvoices.issueList',
  'commissionInvoices.readBack',
  'books.vouchers',
  'books.voucherFile',
  'books.balanceFile',
  'books.exceptionFile',
  'violations.export',
  'recharges.export',
  'payouts.export',
  'payouts.approvalSheet',
  'payouts.evidence.begin',
  'payouts.evidence.next',
  'payeeAccounts.export',
  'invoices.export',
  'invoices.read',
  'payoutBatches.export',
  'payoutBatches.file',
  'payoutBatches.paymentList',
  'payoutBatches.readAnswer',
  'invoices.archive.begin',
  'invoices.archive.next',
  'providers.export',
  'deposits.export',
  'deposits.receipt',
  'bank.lines.export',
  'bank.imports.read',
  'bank.imports.apply',
  'bank.reports.export',
  'bank.matching.dryRun',
  'files.read',
  'reveal',
  'audit.list',
  'audit.get',
  'audit.reveals.list',
  'audit.reveals.export',
  'audit.roles.list',
  'audit.roles.export',
  'files.attach.finish',
  'sync.now',
  'sync.others',
  'sync.verify',
  'sync.rebuild',
])

/** What a page asks with `desk` needs somebody signed in, with `open` it does not. */
export type DeskProcedures = ReturnType<typeof createProcedures>['desk']
export type OpenProcedures = ReturnType<typeof createProcedures>['open']

/** Handlers of the console-engine contract are made with these: errors are typed, slow answers told of. */
export function createProcedures(engine: Engine, options: RouterOptions) {
  const open = implement(engineContract).use(async ({ next, path, errors }) => {
    const began = performance.now()
    try {
      return await next()
    } catch (error) {
      engine.noteDamage(error)
      const typed = typedError(error, errors, engine.dataFolder)
      if (!isOutcome(typed)) options.onFault(path.join('.'), error)
      throw typed
    } finally {
      const took = performance.now() - began
      const name = path.join('.')
      if (took > options.slowMilliseconds && !MAY_TAKE_TIME.has(name)) options.onSlow(name, took)
    }
  })
  const desk = open.use(({ next, errors }) => {
    const opened = openQueryContext(engine)
    if (opened === null) throw errors.SIGNED_OUT()
    return next({ context: opened })
  })
  return { open, desk }
}

/** Whether an error is an answer of the contract, or a refused question, and not a fault of the program. */
function isOutcome(error: unknown): boolean {
  return error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR'
}
