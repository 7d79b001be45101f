import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { DryRun, MatchSettingsShown } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-matching.module.css'
import { RunResult } from './run-result.tsx'
import { isSame, type SettingsDraft, settingsOf } from './settings-draft.ts'
import { SettingsForm } from './settings-form.tsx'

interface MarketplaceSettingsProps {
  readonly marketplace: string
  readonly settings: MatchSettingsShown
  readonly standard: MatchSettingsShown
}

interface Tried {
  readonly settings: MatchSettingsShown
  readonly run: DryRun
}

/** The settings of one marketplace: tried on history first, adopted only as they were tried and with nothing wrong. */
export function MarketplaceSettings({ marketplace, settings, standard }: MarketplaceSettingsProps) {
  const texts = useTexts().bankMatching
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<SettingsDraft>(settings)
  const [tried, setTried] = useState<Tried | null>(null)
  const onError = (error: unknown) => notifications.show({ color: 'red', message: failureText(error) })
  const trying = useMutation(
    engine.bank.matching.dryRun.mutationOptions({
      onSuccess: (run, { settings: given }) => setTried({ settings: given, run }),
      onError,
    }),
  )
  const adopting = useMutation(
    engine.bank.matching.adopt.mutationOptions({
      onSuccess: ({ adopted }) => {
        notifications.show(adopted ? { message: texts.adopted } : { color: 'red', message: texts.refused })
        // Candidates everywhere go by them.
        void queries.invalidateQueries({ queryKey: engine.bank.key() })
      },
      onError,
    }),
  )
  const wanted = settingsOf(draft)
  const isTried = wanted !== null && tried !== null && isSame(wanted, tried.settings)
  const wrong = isTried ? tried.run.changed.wrong : 0
  const isNothingNew = wanted !== null && isSame(wanted, settings)
  const isStandard = wanted !== null && isSame(wanted, standard)
  const busy = trying.isPending || adopting.isPending
  const why = whyNot()

  function whyNot(): string | null {
    if (wanted === null) return texts.invalid
    if (isNothingNew) return texts.same
    if (!isTried) return texts.adoptFirst
    return wrong > 0 && !isStandard ? texts.adoptWrong(grouped(wrong)) : null
  }

  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <SettingsForm
          draft={draft}
          standard={standard}
          onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
        />
        <div className={classes.foot}>
          <Group gap={8}>
            <Button
              variant={isTried ? 'default' : 'filled'}
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              loading={trying.isPending}
              disabled={wanted === null || adopting.isPending}
              onClick={() => wanted !== null && trying.mutate({ marketplace, settings: wanted })}
            >
              {texts.run}
            </Button>
            <Button
              variant={isTried ? 'filled' : 'default'}
              loading={adopting.isPending}
              disabled={why !== null || busy}
              onClick={() => wanted !== null && adopting.mutate({ marketplace, settings: wanted })}
            >
              {texts.adopt}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              disabled={isStandard || busy}
              onClick={() => setDraft(standard)}
            >
              {texts.toStandard}
            </Button>
          </Group>
          {why === null ? null : (
            <p className={classes.why} data-wrong={wrong > 0} role={wrong > 0 ? 'alert' : undefined}>
              {why}
            </p>
          )}
        </div>
      </div>
      <div className={classes.column} aria-live="polite">
        {tried === null ? (
          <Panel title={texts.result.title}>
            <PanelNote>{trying.isPending ? texts.running : texts.result.none}</PanelNote>
          </Panel>
        ) : (
          <RunResult run={tried.run} stale={!isTried} />
        )}
      </div>
    </div>
  )
}
