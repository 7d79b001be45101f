import { IconAlertTriangle } from '@tabler/icons-react'
import classes from '#renderer/files/preview.module.css'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import { ORDER_SKIPS } from '#shared/rules/order-files/order-row.ts'
import sums from './order-import.module.css'

interface SaidPartProps {
  readonly preview: Extract<OrderPreview, { kind: 'read' }>
  /** Orders on record that take over what the file says. */
  readonly changed: number
}

/** What a file says, what importing it does, and every row that is left out with its reason. */
export function SaidPart({ preview, changed }: SaidPartProps) {
  const { head, effect } = useTexts().orderImport
  const none = useTexts().format.none
  const { marketplaceName } = useMarketplaces()
  const { file, counts, all, fresh, mapping, unread } = preview
  const left = counts.differs - changed
  const effects = [
    effect.new(grouped(counts.new)),
    changed > 0 && effect.changed(grouped(changed)),
    counts.known > 0 && effect.known(grouped(counts.known)),
    left > 0 && effect.differs(grouped(left)),
    counts.settled > 0 && effect.settled(grouped(counts.settled)),
    counts.incomplete > 0 && effect.incomplete(grouped(counts.incomplete)),
  ].filter((line) => line !== false)
  const rows = [
    [head.paid, 'paid'],
    [head.refunded, 'refunded'],
    [head.vouchers, 'vouchers'],
  ] as const
  return (
    <>
      <CaseSection title={effect.title}>
        <ul className={classes.effects}>
          {effects.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className={classes.note}>{effect.undo}</p>
      </CaseSection>
      <CaseSection title={head.title} aside={marketplaceName(file.marketplace)}>
        <dl className={classes.facts}>
          <div>
            <dt>{head.title}</dt>
            <dd>{file.fileName}</dd>
          </div>
          <div>
            <dt>{head.period}</dt>
            <dd>{all.period === null ? head.noOrders : `${all.period.from} – ${all.period.to}`}</dd>
          </div>
          <div>
            <dt>{head.mapping}</dt>
            <dd>{mapping ?? head.byNames}</dd>
          </div>
          {unread.length === 0 ? null : (
            <div>
              <dt>{head.unread}</dt>
              <dd className={classes.warn}>{unread.join(' · ')}</dd>
            </div>
          )}
        </dl>
        <table className={sums.sums}>
          <thead>
            <tr>
              <th />
              <td>{head.all}</td>
              <td>{head.fresh}</td>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, key]) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{all.period === null ? none : plainYuan(all[key])}</td>
                <td>{plainYuan(fresh[key])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </CaseSection>
      <SkippedRows skipped={file.skipped} />
    </>
  )
}

type Skipped = SaidPartProps['preview']['file']['skipped']

function SkippedRows({ skipped }: { readonly skipped: Skipped }) {
  const texts = useTexts().orderImport.skipped
  const words: Readonly<Record<string, string>> = texts.reason
  return (
    <CaseSection
      title={texts.title}
      aside={[texts.count(grouped(skipped.rows)), skipped.matter > 0 && texts.matter(grouped(skipped.matter))]
        .filter((part) => part !== false)
        .join(' · ')}
    >
      {skipped.rows === 0 ? <p className={classes.note}>{texts.none}</p> : null}
      <ul className={classes.skipped}>
        {skipped.first.map(({ place, reason, excerpt }) => (
          <li key={`${place.page} ${place.row} ${reason}`}>
            <span className={classes.place}>{texts.place(place.page, grouped(place.row))}</span>
            <span className={matters(reason) ? classes.warn : classes.quiet}>
              {matters(reason) ? <IconAlertTriangle size={14} aria-hidden /> : null} {words[reason] ?? reason}
            </span>
            <span className={classes.excerpt} title={excerpt}>
              {excerpt}
            </span>
          </li>
        ))}
      </ul>
      {skipped.rows > skipped.first.length ? (
        <p className={classes.note}>{texts.cut(grouped(skipped.first.length))}</p>
      ) : null}
    </CaseSection>
  )
}

/** A reason of a newer engine is taken for one that matters. */
function matters(reason: string): boolean {
  const known: Readonly<Record<string, { readonly matters: boolean }>> = ORDER_SKIPS
  return known[reason]?.matters ?? true
}
