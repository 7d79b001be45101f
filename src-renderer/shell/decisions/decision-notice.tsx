import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'

interface DecisionNoticeProps {
  readonly decision: PendingDecision
  readonly recordTitle: string
  /** It was taken back in time. */
  readonly onUndone?: () => void
}

/** “已批准 · 名称 — 撤销”: the undo goes when the engine would no longer grant it. */
export function DecisionNotice({ decision, recordTitle, onUndone }: DecisionNoticeProps) {
  const texts = useTexts().commands
  const what = `${texts.done[decision.type]} · ${recordTitle}`
  const undoable = useUntil(decision.undoUntil)
  const undo = useMutation(
    engine.decisions.undo.mutationOptions({
      onSuccess: ({ undone }) => {
        notifications.update({
          id: decision.commandId,
          autoClose: 4_000,
          message: undone ? texts.undone(what) : texts.undoTooLate,
        })
        if (undone) onUndone?.()
      },
    }),
  )
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Text size="sm" truncate title={what}>
        {what}
      </Text>
      {undoable ? (
        <Button
          size="compact-xs"
          variant="default"
          flex="none"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          loading={undo.isPending}
          onClick={() => undo.mutate({ commandId: decision.commandId })}
        >
          {texts.undo}
        </Button>
      ) : null}
    </Group>
  )
}

/** True until an instant has passed. */
function useUntil(instant: string | null): boolean {
  const [passed, setPassed] = useState(() => instant === null || Date.parse(instant) <= Date.now())
  useEffect(() => {
    if (instant === null) return
    const timer = window.setTimeout(() => setPassed(true), Math.max(0, Date.parse(instant) - Date.now()))
    return () => window.clearTimeout(timer)
  }, [instant])
  return !passed
}
