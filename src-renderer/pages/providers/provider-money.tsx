import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { PayeeAccountStatusMark, PayoutStatusMark } from '../../shell/status/payout-marks.tsx'
import { OrderStatusMark, StatementStatusMark } from '../../shell/status/status-mark.tsx'
import classes from './providers.module.css'
import { RecordList } from './record-list.tsx'

/** A vendor's newest orders, each a way to its case, and the way to all of them. */
export function ProviderOrders({ opened }: { readonly opened: ProviderCase }) {
  const texts = useTexts().providers
  const { rows, total } = opened.orders
  return (
    <RecordList
      kind="order"
      title={texts.orders}
      rows={rows}
      none={texts.noOrders}
      foot={
        total <= rows.length ? null : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/orders" search={{ text: opened.provider.name, statuses: [] }} {...props} />
            )}
          >
            {texts.allOrders(grouped(total))}
          </Anchor>
        )
      }
    >
      {(row) => (
        <RecordLink key={row.id} kind="order" id={row.id} className={classes.line}>
          <span className={classes.lineName} title={`${row.productName} ${row.number}`}>
            {row.productName}
          </span>
          <span className={classes.lineStatus}>
            <OrderStatusMark status={row.status} />
          </span>
          <span className={classes.amount}>{formatYuan(row.cash)}</span>
          <span className={classes.lineDate}>{row.paidOn}</span>
        </RecordLink>
      )}
    </RecordList>
  )
}

/** Its months: what each comes to, and where its payment stands. */
export function ProviderStatements({ statements }: Pick<ProviderCase, 'statements'>) {
  const texts = useTexts().providers
  return (
    <RecordList
      kind="settlementStatement"
      title={texts.statements}
      rows={statements}
      none={texts.noStatements}
    >
      {(row) => (
        <RecordLink key={row.id} kind="settlementStatement" id={row.id} className={classes.line}>
          <span className={classes.lineDate}>{row.month}</span>
          <span className={classes.lineStatus}>
            <StatementStatusMark status={row.status} />
          </span>
          <span className={classes.lineName}>
            {row.payout !== null ? (
              <PayoutStatusMark status={row.payout.status} />
            ) : row.status === 'committed' && row.net > 0 ? (
              texts.notAsked
            ) : (
              ''
            )}
          </span>
          <span className={classes.amount}>{formatYuan(row.net)}</span>
        </RecordLink>
      )}
    </RecordList>
  )
}

export function ProviderPayouts({ payouts }: Pick<ProviderCase, 'payouts'>) {
  const texts = useTexts().providers
  return (
    <RecordList kind="payoutRequest" title={texts.payoutRequests} rows={payouts} none={texts.noPayouts}>
      {(row) => (
        <RecordLink key={row.id} kind="payoutRequest" id={row.id} className={classes.line}>
          <span className={classes.lineName}>{row.months.join(', ')}</span>
          <span className={classes.lineStatus}>
            <PayoutStatusMark status={row.status} />
          </span>
          <span className={classes.amount}>{formatYuan(row.amount)}</span>
          <span className={classes.lineDate}>{row.requestedOn}</span>
        </RecordLink>
      )}
    </RecordList>
  )
}

export function ProviderInvoices({ invoices }: Pick<ProviderCase, 'invoices'>) {
  const texts = useTexts()
  return (
    <RecordList
      kind="invoice"
      title={texts.providers.invoices}
      rows={invoices}
      none={texts.providers.noInvoices}
    >
      {(row) => (
        <RecordLink key={row.id} kind="invoice" id={row.id} className={classes.line}>
          <span className={classes.lineName}>{row.number}</span>
          <span className={classes.lineStatus}>{texts.statuses.invoice[row.status]}</span>
          <span className={classes.amount}>{formatYuan(row.gross)}</span>
          <span className={classes.lineDate}>{row.issuedOn}</span>
        </RecordLink>
      )}
    </RecordList>
  )
}

export function ProviderAccounts({ accounts }: Pick<ProviderCase, 'accounts'>) {
  const texts = useTexts().providers
  return (
    <RecordList kind="providerAccount" title={texts.accounts} rows={accounts} none={texts.noAccounts}>
      {(row) => (
        <RecordLink key={row.id} kind="providerAccount" id={row.id} className={classes.line}>
          <span className={classes.lineName} title={`${row.accountName} ${row.bankName}`}>
            {row.accountNumber} {row.bankName}
          </span>
          <span className={classes.lineStatus}>
            <PayeeAccountStatusMark status={row.status} />
          </span>
        </RecordLink>
      )}
    </RecordList>
  )
}
