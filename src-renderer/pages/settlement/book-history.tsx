import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { BookRun } from '#shared/contracts/console-engine/settlement-book.ts'

/** The settlement workbooks that left this computer, each with what was asked for and what it held. */
export function BookHistory() {
  const texts = useTexts().settlement.book
  const runs = useQuery(engine.settlement.book.history.queryOptions()).data ?? []
  if (runs.length === 0) return null
  return (
    <Stack gap={6}>
      <Text fw={600} size="sm">
        {texts.history}
      </Text>
      <Stack gap={8} mah={220} style={{ overflowY: 'auto' }}>
        {runs.map((run) => (
          <Run key={`${run.at} ${run.fileName}`} run={run} />
        ))}
      </Stack>
    </Stack>
  )
}

function Run({ run }: { readonly run: BookRun }) {
  const texts = useTexts()
  const words = texts.settlement.book
  const { choices } = useMarketplaces()
  const { marketplaces, months, statuses, text } = run.filter
  const sorted = [...months].sort()
  const period = sorted.length > 1 ? `${sorted[0]} – ${sorted.at(-1)}` : (sorted[0] ?? words.allMonths)
  const asked = [
    period,
    ...marketplaces.map((key) => choices.find(({ value }) => value === key)?.label ?? key),
    ...statuses.map((each) => texts.statuses.settlementStatement[each]),
    ...(text === '' ? [] : [text]),
  ]
  return (
    <div>
      <Text size="xs">
        <Moment at={run.at} /> · {run.byName}
      </Text>
      <Text size="xs" c="dimmed">
        {asked.join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {words.held(grouped(run.statements), grouped(run.rows))} · <CopyId id={run.contentHash} />
      </Text>
    </div>
  )
}
