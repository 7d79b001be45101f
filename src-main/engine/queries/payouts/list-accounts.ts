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
import { NAME_KEY } from '../../storage/cache/sort-keys.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
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
  const filter = registerFilter(question.filter, PROVIDER_ACCOUNT_STATUSES, ['name', 'number'])
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
