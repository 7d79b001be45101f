import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { Returned } from '#renderer/review/returned-banner.tsx'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DryRun, MatchSettingsHere } from '#shared/contracts/console-engine/bank-reports.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import {
  type MatchSettingsShown,
  withChanges,
} from '#shared/contracts/console-platform/records/match-settings.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import classes from './bank-matching.module.css'
import { RunResult } from './run-result.tsx'
import { changedFrom, isSame, type SettingsDraft, settingsOf } from './settings-draft.ts'
import { SettingsForm } from './settings-form.tsx'
import { SettingsHistory } from './settings-history.tsx'
import { settingsMeant } from './settings-meant.ts'
import { WhoSets } from './who-sets.tsx'

interface MarketplaceSettingsProps {
  readonly marketplace: string
  readonly here: MatchSettingsHere
  /** The settings that the address names. */
  readonly shown: string | null
}

interface Tried {
  readonly settings: MatchSettingsShown
  readonly run: DryRun
}

/** The settings of one marketplace: tried on history first, set only as they were tried and with nothing wrong. */
export function MarketplaceSettings({ marketplace, here, shown }: MarketplaceSettingsProps) {
  const { settings, standard, history } = here
  const words = useTexts()
  const texts = words.bankMatching
  const failureText = useFailureText()
  const { marketplaceName } = useMarketplaces()
  const maySet = mayCommand(useAccount()?.roles ?? [], 'matching.set')
  const { decide, deciding, refusal } = useDecide()
  const returned = useQuery(engine.sync.returned.queryOptions())
  const [draft, setDraft] = useState<SettingsDraft>(settings)
  const [reason, setReason] = useState('')
  const [again, setAgain] = useState<string | null>(null)
  const [tried, setTried] = useState<Tried | null>(null)
  const trying = useMutation(
    engine.bank.matching.dryRun.mutationOptions({
      onSuccess: (run, { settings: given }) => setTried({ settings: given, run }),
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  const wanted = settingsOf(draft)
  const isTried = wanted !== null && tried !== null && isSame(wanted, tried.settings)
  const wrong = isTried ? tried.run.changed.wrong : 0
  const isStandard = wanted !== null && isSame(wanted, standard)
  const given = COMMAND_ARGUMENTS['matching.set'].safeParse({
    ...{ marketplace, number: (history[0]?.number ?? 0) + 1, reason },
    settings: wanted === null ? null : changedFrom(standard, wanted),
  })
  const why = whyNot()

  function whyNot(): string | null {
    if (wanted === null) return texts.invalid
    if (isSame(wanted, settings)) return texts.same
    if (!isTried) return texts.adoptFirst
    if (wrong > 0 && !isStandard) return texts.adoptWrong(grouped(wrong))
    return given.success ? null : texts.reasonMissing
  }

  async function submit() {
    if (!given.success || wanted === null) return
    // Lines may have come in since: what went wrong meanwhile is shown and not set.
    const run = await trying.mutateAsync({ marketplace, settings: wanted }).catch(() => null)
    if (run === null || (run.changed.wrong > 0 && !isStandard)) return
    const pending = await decide({
      type: 'matching.set',
      recordId: ulid(),
      recordTitle: marketplaceName(marketplace),
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: given.data,
      replaces: again,
    })
    if (pending === null) return
    setReason('')
    setAgain(null)
  }

  function takeUp(decision: ReturnedDecision) {
    const meant = settingsMeant(decision)
    if (meant === null) return
    setDraft(withChanges(standard, meant.settings))
    setReason(meant.reason)
    setAgain(decision.commandId)
  }
  const mine = (returned.data ?? []).filter((each) => settingsMeant(each)?.marketplace === marketplace)

  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {mine.map((decision) => (
          <Returned key={decision.commandId} decision={decision} onAgain={() => takeUp(decision)} />
        ))}
        <SettingsForm
          draft={draft}
          standard={standard}
          onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
        />
        <div className={classes.foot}>
          {maySet && isTried ? (
            <ReasonField label={texts.reason} value={reason} onChange={setReason} />
          ) : null}
          <Group gap={8}>
            <Button
              variant={isTried ? 'default' : 'filled'}
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              loading={trying.isPending}
              disabled={wanted === null || deciding}
              onClick={() => wanted !== null && trying.mutate({ marketplace, settings: wanted })}
            >
              {texts.run}
            </Button>
            {maySet ? (
              <Button
                variant={isTried ? 'filled' : 'default'}
                loading={deciding}
                disabled={why !== null || trying.isPending}
                onClick={() => void submit()}
              >
                {texts.adopt}
              </Button>
            ) : null}
            <Button
              variant="subtle"
              color="gray"
              disabled={isStandard || trying.isPending || deciding}
              onClick={() => setDraft(standard)}
            >
              {texts.toStandard}
            </Button>
          </Group>
          {maySet ? <Why why={refusal ?? why} bad={refusal !== null || wrong > 0} /> : <WhoSets />}
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
        <SettingsHistory history={history} shown={shown} />
      </div>
    </div>
  )
}

function Why({ why, bad }: { readonly why: string | null; readonly bad: boolean }): ReactNode {
  return why === null ? null : (
    <p className={classes.why} data-wrong={bad} role={bad ? 'alert' : undefined}>
      {why}
    </p>
  )
}
