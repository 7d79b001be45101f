import { Alert, Button, Group } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DecisionChanges } from '#renderer/values/decision-changes.tsx'
import { LabelledValues } from '#renderer/values/labelled-values.tsx'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import type { Outcome } from '#shared/contracts/console-platform/commands.ts'
import classes from './returned-banner.module.css'

interface ReturnedBannerProps {
  readonly recordId: string
  /** Opens the decision again, with what was written. */
  readonly onAgain: (decision: ReturnedDecision) => void
}

/** Decisions about this record that came back: what changed meanwhile, and the two ways on. */
export function ReturnedBanner({ recordId, onAgain }: ReturnedBannerProps) {
  const returned = useQuery(engine.sync.returned.queryOptions())
  return (returned.data ?? [])
    .filter((decision) => decision.recordId === recordId)
    .map((decision) => <Returned key={decision.commandId} decision={decision} onAgain={onAgain} />)
}

/** One decision that came back. */
export function Returned({
  decision,
  onAgain,
}: {
  readonly decision: ReturnedDecision
  readonly onAgain: ReturnedBannerProps['onAgain']
}) {
  const all = useTexts()
  const texts = all.review.returned
  const discard = useMutation(engine.sync.discard.mutationOptions())
  const changed = decision.changedFields.length > 0
  return (
    <Alert
      classNames={{ root: classes.banner ?? '', title: classes.title ?? '' }}
      color="orange"
      variant="outline"
      icon={<IconArrowBackUp size={18} />}
      title={texts.title(all.commands.doing[decision.type])}
      role="alert"
    >
      {decision.said === null || decision.said.length === 0 ? null : (
        <LabelledValues values={decision.said} />
      )}
      <p className={classes.lead}>
        {changed ? texts.lead : `${texts.noChanges}${outcomeWords(decision.lastOutcome, all.outcomes)}`}
      </p>
      <DecisionChanges decision={decision} />
      <Group gap={8} mt={8}>
        <Button onClick={() => onAgain(decision)}>{texts.again}</Button>
        <Button
          variant="default"
          loading={discard.isPending}
          onClick={() => discard.mutate({ commandId: decision.commandId })}
        >
          {texts.drop}
        </Button>
      </Group>
    </Alert>
  )
}

function outcomeWords(outcome: Outcome | null, texts: ReturnType<typeof useTexts>['outcomes']): string {
  if (outcome === null) return '—'
  return outcome.kind === 'rejected' ? texts.rejection[outcome.code] : texts.outcome[outcome.kind]
}
