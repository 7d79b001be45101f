import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SUPERVISION_PARTIES } from '#shared/rules/supervision/waiting-for.ts'
import { engine } from '../../engine-client/engine.ts'
import { Ago } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './today-page.module.css'

/** Supervised orders shown at once. */
const SHOWN = 5

/** How many supervised orders wait for whom, and those that stand without progress, the oldest first. */
export function SupervisionCard() {
  const texts = useTexts()
  const { board, parties } = texts.supervision
  const counts = useQuery(engine.supervisions.counts.queryOptions()).data
  const late = useQuery(
    engine.supervisions.list.queryOptions({
      input: {
        filter: { late: true },
        sort: { column: 'since', descending: false },
        after: null,
        limit: SHOWN,
      },
    }),
  ).data
  if (counts === undefined || late === undefined) return null
  return (
    <Panel
      title={board.today}
      aside={
        <>
          {SUPERVISION_PARTIES.filter((party) => party !== 'bill' && counts.waiting[party] > 0).map(
            (party) => (
              <span key={party}>
                <Link to="/supervision" search={{ waitsFor: [party] }}>
                  {parties[party]} {counts.waiting[party]}
                </Link>{' '}
              </span>
            ),
          )}
          {late.total === 0 ? null : (
            <Link to="/supervision" search={{ late: true }}>
              {board.late} {late.total}
            </Link>
          )}
        </>
      }
    >
      {late.rows.length === 0 ? (
        <PanelNote>{board.nothingLate}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {late.rows.map(({ id, name, productName, waitsFor, since }) => (
            <Link
              key={id}
              to="/supervision/$id"
              params={{ id }}
              search={{ late: true }}
              className={classes.line}
            >
              <span className={classes.name} title={`${productName} · ${name}`}>
                {productName} · {name}
              </span>
              <span>{parties[waitsFor]}</span>
              <span className={classes.aside}>
                <Ago at={since} />
              </span>
            </Link>
          ))}
        </div>
      )}
    </Panel>
  )
}
