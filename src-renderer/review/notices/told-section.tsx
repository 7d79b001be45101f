import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { NoticeStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { NoticeRow, NoticesBeside } from '#shared/contracts/console-engine/notices.ts'
import classes from './told-section.module.css'

/** What a provider was told about a record, as a part of its case; nothing where it was told nothing. */
export function ToldSection({ of }: { readonly of: NoticesBeside }) {
  const words = useTexts().notices
  const isUnseen = useUnseen()('notice') !== null
  const rows = useQuery({ ...engine.notices.beside.queryOptions({ input: of }), enabled: !isUnseen }).data
    ?.rows
  if (rows === undefined || rows.length === 0) return null
  return (
    <CaseSection title={words.section}>
      <NoticeLines rows={rows} />
    </CaseSection>
  )
}

/** What a provider was told, the newest first, as a panel of its page. */
export function ToldPanel({ providerId }: { readonly providerId: string }) {
  const words = useTexts().notices
  const isUnseen = useUnseen()('notice') !== null
  const beside = useQuery({
    ...engine.notices.beside.queryOptions({ input: { of: 'provider', id: providerId } }),
    enabled: !isUnseen,
  }).data
  if (beside === undefined) return null
  return (
    <Panel
      title={words.section}
      aside={
        <Link to="/notices" search={{ providerId }}>
          {words.all}
        </Link>
      }
    >
      {beside.rows.length === 0 ? (
        <PanelNote>{words.none}</PanelNote>
      ) : (
        <div className={classes.panel}>
          <NoticeLines rows={beside.rows} />
        </div>
      )}
    </Panel>
  )
}

function NoticeLines({ rows }: { readonly rows: readonly NoticeRow[] }) {
  const words = useTexts().notices
  return (
    <ul className={classes.list}>
      {rows.map(({ id, status, subject, occasion, madeAt }) => (
        <li key={id} className={classes.row}>
          <NoticeStatusMark status={status} />
          <RecordLink kind="notice" id={id}>
            {subject ?? words.occasions[occasion]}
          </RecordLink>
          <span className={classes.quiet}>
            <Moment at={madeAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
