import { Button, Group, Popover, Progress, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTableExport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client, engine } from '#renderer/engine-client/engine.ts'
import { usePieceExport } from '#renderer/files/use-piece-export.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { monthsBetween } from '#shared/calendar/months.ts'
import { TABLE_FORMATS, type TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { SettlementFilter } from '#shared/contracts/console-engine/settlement.ts'
import { BookHistory } from './book-history.tsx'

/** Ten years. */
const MOST_MONTHS = 120

/** The settlement workbook of what the list is filtered by, for a period of its own. */
export function BookExport({ filter }: { readonly filter: SettlementFilter }) {
  const texts = useTexts()
  const words = texts.settlement.book
  const { language } = useLanguage()
  const { choices } = useMarketplaces()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [period, setPeriod] = useState({ from: '', to: '' })
  const [format, setFormat] = useState<TableFormat>('xlsx')
  const { share, start, cancel } = usePieceExport(client.settlement.book, {
    onDone: ({ statements, rows }) => {
      setOpen(false)
      // The history is of this computer: no change of records tells of it.
      void queries.invalidateQueries({ queryKey: engine.settlement.book.history.key() })
      notifications.show({ message: words.done(grouped(statements), grouped(rows)) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  const open = () => {
    const sorted = [...filter.months].sort()
    setPeriod({ from: sorted[0] ?? '', to: sorted.at(-1) ?? '' })
    setOpen((was) => !was)
  }
  const months = monthsBetween(period.from, period.to, MOST_MONTHS)
  const begin = () => void start({ filter: { ...filter, months: months ?? [] }, language, format })
  useKeys([
    { means: 'export-book', label: words.title, run: open },
    ...(isOpen && share === null && months !== null
      ? [{ means: 'submit-form' as const, label: words.export, run: begin, whileTyping: true }]
      : []),
  ])
  const { marketplaces, statuses, text } = filter
  const nameOf = (key: string) => choices.find(({ value }) => value === key)?.label ?? key
  const listed = (values: readonly string[]) => (values.length === 0 ? words.asked.all : values.join('、'))
  const asked = [
    [words.asked.marketplaces, listed(marketplaces.map(nameOf))],
    [words.asked.statuses, listed(statuses.map((each) => texts.statuses.settlementStatement[each]))],
    [words.asked.text, listed(text === '' ? [] : [text])],
  ] as const
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={340}
      trapFocus
      closeOnClickOutside={share === null}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconTableExport size={15} aria-hidden />}
          rightSection={<KeyHint means="export-book" />}
          onClick={open}
        >
          {words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          <Text fw={600}>{words.title}</Text>
          <Text size="xs" c="dimmed">
            {words.lead}
          </Text>
          {asked.map(([name, value]) => (
            <Text key={name} size="sm">
              {`${name}${language === 'zh' ? '：' : ': '}${value}`}
            </Text>
          ))}
          <Group grow gap={8} align="flex-start">
            <TextInput
              type="month"
              label={words.from}
              value={period.from}
              disabled={share !== null}
              onChange={({ currentTarget }) => setPeriod({ ...period, from: currentTarget.value })}
            />
            <TextInput
              type="month"
              label={words.to}
              value={period.to}
              disabled={share !== null}
              onChange={({ currentTarget }) => setPeriod({ ...period, to: currentTarget.value })}
            />
          </Group>
          <Text size="xs" c={months === null ? 'red' : 'dimmed'}>
            {months === null ? words.wrongMonths : words.monthsHint}
          </Text>
          <Select
            aria-label={words.export}
            data={TABLE_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
            value={format}
            allowDeselect={false}
            disabled={share !== null}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setFormat(TABLE_FORMATS.find((each) => each === value) ?? 'xlsx')}
          />
          {share === null ? (
            <Button disabled={months === null} rightSection={<KeyHint means="submit-form" />} onClick={begin}>
              {words.export}
            </Button>
          ) : (
            <>
              <Progress value={share / 10} aria-label={words.running(`${Math.floor(share / 10)}%`)} />
              <Button variant="default" onClick={cancel}>
                {words.cancel(`${Math.floor(share / 10)}%`)}
              </Button>
            </>
          )}
          <BookHistory />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
