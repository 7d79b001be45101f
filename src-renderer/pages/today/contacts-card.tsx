import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './today-page.module.css'

/** Contact records shown at once. */
const SHOWN = 5

/** Contact records that wait for us, the oldest first, and how many answers are overdue. */
export function ContactsCard() {
  const texts = useTexts()
  const words = texts.contacts
  const asked = (filter: { readonly statuses?: ('open' | 'answered')[]; readonly overdue?: boolean }) =>
    engine.contacts.list.queryOptions({
      input: { filter, sort: { column: 'openedAt', descending: false }, after: null, limit: SHOWN },
    })
  const ours = useQuery(asked({ statuses: ['open', 'answered'] })).data
  const late = useQuery(asked({ overdue: true })).data
  if (ours === undefined || late === undefined) return null
  return (
    <Panel
      title={words.today}
      aside={
        <>
          {late.total === 0 ? null : (
            <Link to="/contacts" search={{ overdue: true }}>
              {words.overdue} {late.total}
            </Link>
          )}{' '}
          <Link to="/contacts" search={{ statuses: ['open', 'answered'] }}>
            {words.todayOpen(ours.total)}
          </Link>
        </>
      }
    >
      {ours.rows.length === 0 ? (
        <PanelNote>{words.nothingOpen}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {ours.rows.map(({ id, subject, reason, opened }) => (
            <RecordLink key={id} kind="contact" id={id} className={classes.line}>
              <span className={classes.name} title={subject}>
                {subject}
              </span>
              <span>{words.reasons[reason]}</span>
              <span className={classes.aside}>
                <Moment at={opened.at} />
              </span>
            </RecordLink>
          ))}
        </div>
      )}
    </Panel>
  )
}
