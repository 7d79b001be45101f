import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { FactList } from '#renderer/review/fact-list.tsx'
import type { Offer } from '#shared/contracts/console-platform/records/listing.ts'
import classes from './package-tables.module.css'

/** How the product is sold: delivery, plans, and whether a price is public. */
export function OfferSection({ offer }: { readonly offer: Offer }) {
  const texts = useTexts().listings
  const words = texts.offer
  return (
    <CaseSection title={texts.sections.offer}>
      <FactList
        facts={[
          { label: words.delivery, value: texts.delivery[offer.delivery] },
          { label: words.publicity, value: offer.priceShownPublicly ? words.shown : words.notShown },
          { label: words.kind, value: offer.paid ? words.paid : words.free },
        ]}
      />
      {offer.plans.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{words.plan}</th>
                <th scope="col" className={classes.number}>
                  {words.price}
                </th>
                <th scope="col">{words.months}</th>
                <th scope="col">{words.quota}</th>
              </tr>
            </thead>
            <tbody>
              {offer.plans.map((plan) => (
                <tr key={`${plan.name} ${plan.months} ${plan.price}`}>
                  <td>{plan.name}</td>
                  <td className={classes.number}>{plainYuan(plan.price)}</td>
                  <td>{words.monthCount(plan.months)}</td>
                  <td>{plan.quota === '' ? '—' : plan.quota}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </CaseSection>
  )
}
