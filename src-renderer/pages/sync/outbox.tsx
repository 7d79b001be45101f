import { Button, Table } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'
import { engine } from '../../engine-client/engine.ts'
import { Ago, Moment } from '../../format/instant-text.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { whyText } from '../../i18n/outcome-text.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { DecisionStateMark } from '../../shell/status/status-mark.tsx'
import { ValueLine } from '../../values/value-line.tsx'
import classes from './sync-page.module.css'

/** Decisions on their way. */
export function Outbox() {
  const texts = useTexts().sync
  const { data } = useQuery(engine.sync.outbox.queryOptions())
  if (data === undefined) return null
  return (
    <Panel title={texts.outbox} {...(data.length === 0 ? {} : { lead: texts.outboxLead })}>
      {data.length === 0 ? (
        <PanelNote>{texts.outboxEmpty}</PanelNote>
      ) : (
        <div className={classes.scroll}>
          <Table horizontalSpacing={16} verticalSpacing={6} fz={13}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.state}</Table.Th>
                <Table.Th>{texts.decision}</Table.Th>
                <Table.Th>{texts.record}</Table.Th>
                <Table.Th>{texts.madeAt}</Table.Th>
                <Table.Th className={classes.number ?? ''}>{texts.tries}</Table.Th>
                <Table.Th>{texts.nextTry}</Table.Th>
                <Table.Th>{texts.why}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((entry) => (
                <Entry key={entry.commandId} entry={entry} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Panel>
  )
}

function Entry({ entry }: { readonly entry: OutboxEntry }) {
  const texts = useTexts()
  const undo = useMutation(engine.decisions.undo.mutationOptions())
  return (
    <Table.Tr>
      <Table.Td>
        <DecisionStateMark state={entry.state} />
      </Table.Td>
      <Table.Td className={classes.what ?? ''}>
        {texts.commands.doing[entry.type]}
        {entry.said === null || entry.said.length === 0 ? null : <ValueLine values={entry.said} />}
      </Table.Td>
      <Table.Td>
        <RecordLink kind={entry.recordKind} id={entry.recordId}>
          {entry.recordTitle}
        </RecordLink>
      </Table.Td>
      <Table.Td>
        <Ago at={entry.createdAt} />
      </Table.Td>
      <Table.Td className={classes.number ?? ''}>{entry.tries}</Table.Td>
      <Table.Td>
        <Moment at={entry.nextTryAt} />
      </Table.Td>
      <Table.Td>{whyText(texts, entry)}</Table.Td>
      <Table.Td>
        {entry.state === 'held' ? (
          <Button
            size="compact-xs"
            variant="default"
            loading={undo.isPending}
            onClick={() => undo.mutate({ commandId: entry.commandId })}
          >
            {texts.commands.undo}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  )
}
