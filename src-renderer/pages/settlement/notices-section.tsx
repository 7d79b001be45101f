import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './settlement.module.css'

/** What is to be looked at before a statement is committed; nothing where there is nothing. */
export function NoticesSection({ opened: { statement, openChecks } }: { readonly opened: SettlementCase }) {
  const texts = useTexts()
  const words = texts.settlement
  const { categoryName } = useMarketplaces()
  const { notSettled, cliffs, differences, voided, marketplace } = statement
  const checks = statement.status === 'draft' ? openChecks : []
  if (notSettled.length + cliffs.length + differences.length + checks.length === 0 && voided === null)
    return null
  return (
    <CaseSection title={words.notices}>
      {voided === null ? null : (
        <p className={classes.warn}>{words.voidedBy(voided.byName, voided.reason)}</p>
      )}
      {checks.length === 0 ? null : (
        <p className={classes.warn}>
          <RecordLink kind="settlementMonth" id={statement.monthId}>
            {words.checksOpen(texts.review.listed(checks.map((check) => words.check[check])))}
          </RecordLink>
        </p>
      )}
      {cliffs.map(({ category, missing, saves }) => (
        <p key={category} className={classes.warn}>
          {words.cliff(categoryName(marketplace, category), formatYuan(missing), formatYuan(saves))}
        </p>
      ))}
      {notSettled.map(({ why, orders, orderIds }) => (
        <p key={why} className={classes.warn}>
          {words.notSettledFor(words.whyNot[why], orders)}{' '}
          {orderIds.slice(0, 5).map((id, at) => (
            <span key={id}>
              <RecordLink kind="order" id={id}>
                {String(at + 1)}
              </RecordLink>{' '}
            </span>
          ))}
        </p>
      ))}
      {differences.map(({ orderId, category, fee, other }) => (
        <p key={orderId ?? category} className={classes.warn}>
          {orderId === null ? (
            (category ?? '')
          ) : (
            <RecordLink kind="order" id={orderId}>
              {words.order}
            </RecordLink>
          )}{' '}
          {words.recounted(
            fee === null ? texts.format.none : formatYuan(fee),
            other === null ? texts.format.none : formatYuan(other),
          )}
        </p>
      ))}
    </CaseSection>
  )
}
