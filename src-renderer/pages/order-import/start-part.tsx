import { Anchor, Button, Select, Table } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/drop.module.css'
import { Moment } from '#renderer/format/instant-text.tsx'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'

interface StartPartProps {
  readonly marketplace: string | null
  /** It has to be said first. */
  readonly isAsked: boolean
  readonly onMarketplace: (key: string | null) => void
  readonly onFiles: (files: readonly File[]) => void
  /** The import the address names. */
  readonly shown: string | null
}

/** Imports shown: the newest. */
const SHOWN = 50

/** Before the file: whose orders, where to put it, what will happen, and what was imported before. */
export function StartPart({ marketplace, isAsked, onMarketplace, onFiles, shown }: StartPartProps) {
  const texts = useTexts().orderImport
  const { choices } = useMarketplaces()
  const { language } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  const template = useMutation(engine.orders.imports.template.mutationOptions({ onSuccess: saveFile }))
  useKeys([{ means: 'open-files', label: texts.choose, run: open }])
  return (
    <div className={classes.scroll}>
      <div className={classes.start}>
        <section className={classes.place}>
          <IconFileImport size={36} stroke={1.5} aria-hidden />
          <h2>{texts.start}</h2>
          <p>{texts.lead}</p>
          <p>{texts.again}</p>
          <Select
            label={texts.marketplace}
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={marketplace}
            onChange={onMarketplace}
            placeholder={texts.marketplaceFirst}
            error={isAsked && marketplace === null ? texts.marketplaceFirst : null}
            allowDeselect={false}
            w={320}
          />
          <input
            ref={input}
            type="file"
            hidden
            aria-label={texts.choose}
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])])
              // So that the same file can be chosen again.
              event.currentTarget.value = ''
            }}
          />
          <Button
            leftSection={<IconFileImport size={15} aria-hidden />}
            rightSection={<KeyHint means="open-files" />}
            disabled={marketplace === null}
            onClick={open}
          >
            {texts.choose}
          </Button>
          <p>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => template.mutate({ language, format: 'xlsx' })}
            >
              {texts.template}
            </Anchor>{' '}
            {texts.templateLead}
          </p>
        </section>
        <PastImports shown={shown} />
      </div>
    </div>
  )
}

function PastImports({ shown }: Pick<StartPartProps, 'shown'>) {
  const texts = useTexts().orderImport.past
  const none = useTexts().format.none
  const { marketplaceName } = useMarketplaces()
  const imports = useQuery(engine.orders.imports.list.queryOptions({ input: { limit: SHOWN } }))
  return (
    <Panel title={texts.title}>
      {imports.isError ? <Failed error={imports.error} reset={() => void imports.refetch()} /> : null}
      {imports.data?.length === 0 ? <PanelNote>{texts.none}</PanelNote> : null}
      {imports.data === undefined || imports.data.length === 0 ? null : (
        <Table horizontalSpacing={16} verticalSpacing={6} fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.when}</Table.Th>
              <Table.Th>{texts.file}</Table.Th>
              <Table.Th>{texts.period}</Table.Th>
              <Table.Th ta="right">{texts.added}</Table.Th>
              <Table.Th ta="right">{texts.changed}</Table.Th>
              <Table.Th ta="right">{texts.paid}</Table.Th>
              <Table.Th>{texts.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className={classes.number ?? ''}>
            {imports.data.map(({ record, pending }) => (
              <Table.Tr
                key={record.id}
                aria-current={record.id === shown}
                fw={record.id === shown ? 600 : 400}
              >
                <Table.Td>{pending ? texts.pending : <Moment at={record.importedAt} />}</Table.Td>
                <Table.Td>
                  {record.fileName} · {marketplaceName(record.marketplace)}
                </Table.Td>
                <Table.Td>
                  {record.period === null ? none : `${record.period.from} – ${record.period.to}`}
                </Table.Td>
                <Table.Td ta="right">{grouped(record.added)}</Table.Td>
                <Table.Td ta="right">{grouped(record.changed)}</Table.Td>
                <Table.Td ta="right">{plainYuan(record.paid)}</Table.Td>
                <Table.Td>{record.byName}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
