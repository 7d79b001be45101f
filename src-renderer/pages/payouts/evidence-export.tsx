import { Button, Group, NumberInput, Popover, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileZip } from '@tabler/icons-react'
import { useState } from 'react'
import { useToday } from '#renderer/boards/period-choice.tsx'
import { client } from '#renderer/engine-client/engine.ts'
import { usePieceExport } from '#renderer/files/use-piece-export.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { evidenceInput, type PayoutFilter, SAMPLE_LIMIT } from '#shared/contracts/console-engine/payouts.ts'

/** As many as an auditor looks at in a sitting. */
const USUAL = 25

/** 抽样取证: some of what the list is filtered by, drawn by a seed, each with all that speaks for it, as a ZIP. */
export function EvidenceExport({ filter }: { readonly filter: PayoutFilter }) {
  const words = useTexts().payouts.evidence
  const { language } = useLanguage()
  const failureText = useFailureText()
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState<number | string>(USUAL)
  const [seed, setSeed] = useState(useToday())
  const { share, start, cancel } = usePieceExport(client.payouts.evidence, {
    onDone: ({ payouts, of }) => {
      setOpen(false)
      notifications.show({ message: words.done(grouped(payouts), grouped(of)) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  const asked = evidenceInput.safeParse({ filter, count, seed, language })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFileZip size={15} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          {words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          <Text fw={600}>{words.open}</Text>
          <Text size="xs" c="dimmed">
            {words.lead}
          </Text>
          <Group grow gap={8} align="flex-start">
            <NumberInput
              label={words.count}
              min={1}
              max={SAMPLE_LIMIT}
              allowDecimal={false}
              value={count}
              onChange={setCount}
            />
            <TextInput
              label={words.seed}
              maxLength={64}
              value={seed}
              onChange={({ currentTarget }) => setSeed(currentTarget.value)}
            />
          </Group>
          {asked.success ? null : (
            <Text size="xs" c="red">
              {words.incomplete}
            </Text>
          )}
          <Button
            disabled={!asked.success}
            onClick={() => {
              if (share !== null) cancel()
              else if (asked.success) void start(asked.data)
            }}
          >
            {share === null ? words.start : words.running(`${Math.floor(share / 10)}%`)}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
