import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYuan } from '#shared/money/yuan.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './today-page.module.css'

/** Red letters that sellers entered: each is void by itself where we do not confirm it in time. */
export function RedLettersCard() {
  const texts = useTexts()
  const words = texts.invoices
  const { data } = useQuery(engine.invoices.redLetters.queryOptions())
  if (data === undefined) return null
  return (
    <Panel
      title={words.toConfirm.title}
      aside={
        <Link to="/invoices" search={{ statuses: ['red-pending'] }}>
          {texts.today.all}
        </Link>
      }
    >
      {data.length === 0 ? (
        <PanelNote>{words.toConfirm.nothing}</PanelNote>
      ) : (
        <div className={classes.lines}>
          {data.map(({ id, number, providerName, gross, until, isOver }) => (
            <RecordLink key={id} kind="invoice" id={id} className={classes.line}>
              <span className={classes.name} title={`${number} ${providerName}`}>
                {providerName} {number}
              </span>
              <span className={classes.number}>{formatYuan(gross)}</span>
              <span className={classes.aside}>
                {isOver ? words.lapsed : words.confirmBy} <Moment at={until} />
              </span>
            </RecordLink>
          ))}
        </div>
      )}
    </Panel>
  )
}
