import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AuditDetail } from '#shared/contracts/console-engine/audit.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { engine } from '../../engine-client/engine.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Facts } from '../../shell/page/facts.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import { LateLoader } from '../../shell/states/late-loader.tsx'
import { ChangedFields } from '../../values/changed-fields.tsx'
import { LabelledValues } from '../../values/labelled-values.tsx'
import classes from './audit.module.css'

interface EntryPanelProps {
  readonly sequence: number
  readonly onClose: () => void
}

/** One entry: who did what, what it changed, and how it hangs in the chain. */
export function EntryPanel({ sequence, onClose }: EntryPanelProps) {
  const texts = useTexts().audit.entry
  const query = useQuery(engine.audit.get.queryOptions({ input: { sequence } }))
  return (
    <Panel
      title={texts.title(grouped(sequence))}
      aside={<CloseButton aria-label={texts.close} onClick={onClose} />}
    >
      {query.isError ? (
        <Failed error={query.error} reset={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LateLoader />
      ) : (
        <Entry detail={query.data} />
      )}
    </Panel>
  )
}

function Entry({ detail }: { readonly detail: AuditDetail }) {
  const texts = useTexts().audit
  const say = useBilingual()
  const { entry, row } = detail
  const { record } = row
  return (
    <div className={classes.entry}>
      <Facts
        facts={[
          [texts.log.columns.action, say(row.action)],
          [texts.log.columns.who, row.byName],
          [texts.log.columns.at, <Moment key="at" at={row.at} />],
          [
            record === null ? texts.log.columns.record : say(RECORD_KIND_WORDS[record.kind]),
            record === null ? (
              '—'
            ) : (
              <RecordLink key="record" kind={record.kind} id={record.id}>
                {record.title ?? record.id}
              </RecordLink>
            ),
          ],
        ]}
      />
      <Changed detail={detail} />
      <Facts
        facts={[
          [texts.entry.hash, <CopyId key="hash" id={entry.hash} />],
          [texts.entry.previousHash, <CopyId key="previous" id={entry.previousHash} />],
          ...(entry.commandId === null
            ? []
            : [[texts.entry.command, <CopyId key="command" id={entry.commandId} />] as const]),
        ]}
      />
    </div>
  )
}

function Changed({ detail: { shown, changes, fields } }: { readonly detail: AuditDetail }) {
  const texts = useTexts().audit.entry
  switch (shown) {
    case 'changes':
      return changes.length === 0 ? (
        <PanelNote>{texts.same}</PanelNote>
      ) : (
        <ChangedFields
          changes={changes.map((each) => ({ ...each, of: null }))}
          called={[texts.before, texts.after]}
        />
      )
    case 'made':
    case 'removed':
      return (
        <section className={classes.whole} aria-label={texts[shown]}>
          <h3>{texts[shown]}</h3>
          <LabelledValues values={fields} />
        </section>
      )
    case 'withheld':
      return <PanelNote>{texts.withheld}</PanelNote>
    case 'not-kept':
      return <PanelNote>{texts.notKept}</PanelNote>
    case 'unreadable':
      return <PanelNote>{texts.unreadable}</PanelNote>
  }
}
