import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import classes from '#renderer/review/metered-bills/bills.module.css'
import { Facts } from '#renderer/shell/page/facts.tsx'
import type { MeteredBill } from '#shared/contracts/console-platform/records/metered-bill.ts'

/** Most records shown; how many more there are is said. */
const MAX_SHOWN = 200

/** What a bill follows from, as the marketplace sent it: price, packages and records of use. */
export function BillUse({ bill }: { readonly bill: MeteredBill }) {
  const words = useTexts().meteredBills
  const { columns } = words
  const { price, unit, packages, records, accumulated, check } = bill
  return (
    <>
      <CaseSection title={words.price}>
        <Facts
          facts={[
            [columns.mode, words.modes[price.mode]],
            [columns.factor, `${bill.factor}（${unit}）`],
            ...(price.mode === 'step' ? [[columns.accumulated, `${accumulated} ${unit}`] as const] : []),
          ]}
        />
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{columns.bands}</th>
              <th scope="col" data-number>
                {columns.unitPrice}
              </th>
            </tr>
          </thead>
          <tbody>
            {price.bands.map(({ upTo, unitPrice }, at) => {
              const from = price.bands[at - 1]?.upTo ?? '0'
              return (
                <tr key={from}>
                  <td>{upTo === null ? words.bandFrom(from) : words.bandTo(from, upTo)}</td>
                  <td data-number>{unitPrice}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </CaseSection>
      <CaseSection title={words.use} aside={String(records.length)}>
        <Facts
          facts={[
            [columns.quantity, `${check.quantity} ${unit}`],
            ...packages.map(
              ({ packageId, left }) => [`${columns.packages} ${packageId}`, `${left} ${unit}`] as const,
            ),
            [columns.inPackages, `${check.inPackages} ${unit}`],
            [columns.charged, `${check.charged} ${unit}`],
          ]}
        />
        {records.length === 0 ? <p className={classes.quiet}>{words.noUse}</p> : <Records bill={bill} />}
      </CaseSection>
    </>
  )
}

function Records({ bill: { records, unit } }: { readonly bill: MeteredBill }) {
  const words = useTexts().meteredBills
  const { columns } = words
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{columns.usedFrom}</th>
            <th scope="col">{columns.usedTo}</th>
            <th scope="col" data-number>
              {columns.quantity}（{unit}）
            </th>
            <th scope="col">{columns.recordedAt}</th>
          </tr>
        </thead>
        <tbody>
          {records.slice(0, MAX_SHOWN).map(({ from, to, recordedAt, quantity }, at) => (
            <tr key={`${from} ${to} ${recordedAt} ${String(at)}`}>
              <td>
                <Moment at={from} />
              </td>
              <td>
                <Moment at={to} />
              </td>
              <td data-number>{quantity}</td>
              <td>
                <Moment at={recordedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {records.length > MAX_SHOWN ? (
        <p className={classes.quiet}>{words.moreRecords(records.length - MAX_SHOWN)}</p>
      ) : null}
    </>
  )
}
