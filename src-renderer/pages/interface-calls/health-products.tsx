import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { grouped } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { CallsSearch } from '#renderer/routes/call-search.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Panel } from '#renderer/shell/page/panel.tsx'
import type { CallBoard } from '#shared/contracts/console-engine/interface-calls.ts'
import classes from './calls.module.css'

type Product = CallBoard['products'][number]
type Scope = Pick<CallsSearch, 'from' | 'to' | 'marketplaces' | 'providerId'>

interface HealthProductsProps {
  readonly board: CallBoard
  readonly scope: Scope
}

/** Products by how their interface does: what is to be taken off first, then what fails most. */
export function HealthProducts({ board, scope }: HealthProductsProps) {
  const words = useTexts().interfaceCalls
  return (
    <Panel title={words.products}>
      <div className={classes.part}>
        <table className={classes.table} aria-label={words.products}>
          <thead>
            <tr>
              <th scope="col">{words.columns.productName}</th>
              <th scope="col">{words.follow}</th>
              <th scope="col">{words.calls}</th>
              <th scope="col">{words.failed}</th>
              <th scope="col">{words.success}</th>
              <th scope="col">{words.columns.scene}</th>
              <th scope="col">{words.failedOrders}</th>
              <th scope="col">{words.probe}</th>
            </tr>
          </thead>
          <tbody>
            {board.products.map((product) => (
              <ProductRow
                key={`${product.marketplace} ${product.providerId} ${product.productName}`}
                product={product}
                more={board.rules.find(({ marketplace }) => marketplace === product.marketplace)?.more ?? 0}
                scope={{
                  ...scope,
                  marketplaces: [product.marketplace],
                  ...{ providerId: product.providerId },
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

interface ProductRowProps {
  readonly product: Product
  readonly more: number
  readonly scope: Scope
}

function ProductRow({ product, more, scope }: ProductRowProps) {
  const words = useTexts().interfaceCalls
  const say = useBilingual()
  const { productName, providerName, calls, failed, months, probe } = product
  const to = (search: CallsSearch) => ({ ...scope, productName, rows: true, ...search })
  return (
    <tr>
      <th scope="row" title={`${productName} · ${providerName}`}>
        {productName} · {providerName}
      </th>
      <td>{product.delist ? <Follow product={product} /> : '–'}</td>
      <td data-number>
        <Calls count={calls} search={to({})} />
      </td>
      <td data-number>
        <Calls count={failed} search={to({ outcomes: ['failed'] })} />
      </td>
      <td data-number>{share(calls - failed, calls)}</td>
      <td>
        {product.scenes.map((each) => (
          <span key={each.scene} className={each.failed > 0 ? classes.bad : undefined}>
            {say(each.name)} <Calls count={each.calls} search={to({ scene: each.scene })} />{' '}
          </span>
        ))}
      </td>
      <td>
        {months.length === 0
          ? '–'
          : months.map(({ month, orders, tooMany }) => (
              <span
                key={month}
                className={tooMany ? classes.bad : undefined}
                title={orders.join('\n')}
                data-month={month}
              >
                {month} {tooMany ? words.tooMany(orders.length, more) : words.orders(orders.length)}{' '}
              </span>
            ))}
      </td>
      <td className={probe === null ? undefined : classes.bad}>
        {probe === null
          ? words.probeFine
          : probe.isLong
            ? words.probeLong(probe.days, probe.since)
            : words.probeFails(probe.days, probe.since)}
      </td>
    </tr>
  )
}

/** Where a person decides whether it is taken off. */
function Follow({ product: { liveVersionId, providerId } }: Pick<ProductRowProps, 'product'>) {
  const words = useTexts().interfaceCalls
  return (
    <span className={classes.bad}>
      {words.delist}{' '}
      {liveVersionId === null ? (
        <RecordLink kind="provider" id={providerId}>
          {words.toProvider}
        </RecordLink>
      ) : (
        <RecordLink kind="listingVersion" id={liveVersionId}>
          {words.toVersion}
        </RecordLink>
      )}
    </span>
  )
}

/** A count that leads to its calls. */
function Calls({ count, search }: { readonly count: number; readonly search: CallsSearch }) {
  if (count === 0) return '–'
  return (
    <Anchor renderRoot={(props) => <Link to="/interface-calls" search={search} {...props} />}>
      {grouped(count)}
    </Anchor>
  )
}

/** `98.3 %`, never rounded up to a whole. */
function share(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)} %`
}
