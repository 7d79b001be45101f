import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { NoticeStatusMark } from '../../shell/status/board-marks.tsx'
import classes from './today-page.module.css'

/** Notices shown at once. */
const SHOWN = 5

const DID_NOT_ARRIVE: NoticeStatus[] = ['unclear', 'bounced', 'failed']
const TO_TELL: NoticeStatus[] = ['to-tell']

/** Notices that did not arrive and those that somebody has to tell; those that did not arrive first. */
export function NoticesCard() {
  const texts = useTexts()
  const words = texts.notices
  const asked = (statuses: NoticeStatus[]) =>
    engine.notices.list.queryOptions({
      input: {
        ...{ filter: { statuses }, sort: { column: 'madeAt', descending: true }, after: null, limit: SHOWN },
      },
    })
  const lost = useQuery(asked(DID_NOT_ARRIVE)).data
  const toTell = useQuery(asked(TO_TELL)).data
  if (lost === undefined || toTell === undefined) return null
  const rows = [...lost.rows, ...toTell.rows].slice(0, SHOWN)
  return (
    <Panel
      title={texts.shell.screens.notices}
      aside={
        <>
          <Link to="/notices" search={{ statuses: DID_NOT_ARRIVE }}>
            {words.didNotArrive(lost.total)}
          </Link>{' '}
          <Link to="/notices" search={{ statuses: TO_TELL }}>
            {words.toTell(toTell.total)}
          </Link>
        </>
      }
    >
      {rows.length === 0 ? (
        <PanelNote>{words.nothingToDo}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {rows.map(({ id, subject, occasion, providerName, status, madeAt }) => (
            <RecordLink key={id} kind="notice" id={id} className={classes.line}>
              <span className={classes.name} title={subject ?? ''}>
                {subject ?? words.occasions[occasion]}
              </span>
              <span>{providerName}</span>
              <NoticeStatusMark status={status} />
              <span className={classes.aside}>
                <Moment at={madeAt} />
              </span>
            </RecordLink>
          ))}
        </div>
      )}
    </Panel>
  )
}
