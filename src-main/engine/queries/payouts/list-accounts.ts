import type { z } from 'zod'
import type {
  PAYEE_ACCOUNT_SORT_COLUMNS,
  PayeeAccountFilter,
  payeeAccountPageSchema,
} from '#shared/contracts/console-engine/payee-accounts.ts'
import {
  PROVIDER_ACCOUNT_STATUSES,
  providerAccountSchema,
  providerAccountStatus,
} from '#shared/contracts/console-platform/records/provider-account.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import type { FilterSql } from '../window/filter-sql.ts'
import { readWindow } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { freeFrom } from './account-case.ts'

type AccountSort = (typeof PAYEE_ACCOUNT_SORT_COLUMNS)[number]

export const PAYEE_ACCOUNTS: WindowSource<AccountSort> = {
  tables: { confirmed: 'provider_account', overlay: 'overlay_provider_account', totals: null },
  keys: { updatedAt: 'updatedAt', name: NAME_KEY },
  sortedRows: 20_000,
}

/** One window of the accounts providers are paid to. @throws BadInput on a cursor that is none. */
export function listPayeeAccounts(
  context: QueryContext,
  question: WindowQuestion<AccountSort> & { readonly filter: PayeeAccountFilter },
): z.infer<typeof payeeAccountPageSchema> {
  const all = registerFilter(question.filter, PROVIDER_ACCOUNT_STATUSES, ['name', 'number'])
  const filter = question.filter.forMe ? forWhoAsks(context, all) : all
  const window = readWindow<{ id: string; body: string }, AccountSort>(
    context,
    PAYEE_ACCOUNTS,
    filter,
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'providerAccount')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) => {
      const account = providerAccountSchema.parse(JSON.parse(body))
      return {
        ...account,
        name: account.providerName,
        status: providerAccountStatus(account),
        freeFrom: freeFrom(context, account),
        pending: pendingOf(id),
      }
    }),
  }
}

/** Proposed by somebody else than who asks. */
const IS_FOR_ME = "r.status = 'proposed' AND r.body ->> '$.proposed.by' <> @me"

function forWhoAsks({ workspace }: QueryContext, filter: FilterSql): FilterSql {
  return {
    ...filter,
    narrow: [...filter.narrow, IS_FOR_ME],
    walk: [...filter.walk, IS_FOR_ME],
    bindings: { ...filter.bindings, me: workspace.account.id },
  }
}

/** How many accounts wait for the approval of who asks; none for who may not approve them. */
export function accountsWaiting(context: QueryContext): number {
  const { account } = context.workspace
  if (!mayCommand(account.roles, 'provider.approve-bank-account')) return 0
  const waiting = context.statements
    .prepare<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT r.id FROM provider_account r WHERE ${IS_FOR_ME}
           AND NOT EXISTS (SELECT 1 FROM overlay_provider_account o WHERE o.id = r.id)
         UNION ALL SELECT r.id FROM overlay_provider_account r WHERE ${IS_FOR_ME})`,
    )
    .get({ me: account.id })
  return waiting?.count ?? 0
}
