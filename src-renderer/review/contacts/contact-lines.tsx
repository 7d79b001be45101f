import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { ContactStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { ContactRow } from '#shared/contracts/console-engine/contacts.ts'
import classes from './contact-lines.module.css'

/** Contact records, each a way to its own; of a note what it says. */
export function ContactLines({ rows }: { readonly rows: readonly ContactRow[] }) {
  const words = useTexts().contacts
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          {row.callerName === null && row.status === 'closed' ? (
            <span className={classes.quiet}>{words.note}</span>
          ) : (
            <ContactStatusMark status={row.status} />
          )}
          <RecordLink kind="contact" id={row.id}>
            {row.subject}
          </RecordLink>
          <span className={classes.quiet}>
            {row.opened.byName} <Moment at={row.opened.at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
