import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { DecisionBar } from '#renderer/review/decision-bar.tsx'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { useGive } from '#renderer/review/use-give.ts'
import { DepositStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { CaseProps } from './case-props.ts'
import { LedgerSection } from './ledger-section.tsx'
import { ProviderSection } from './provider-section.tsx'
import { StandingSection } from './standing-section.tsx'
import { WaiveForm } from './waive-form.tsx'

interface OpenDepositProps extends CaseProps {
  readonly opened: DepositCase
}

/** One deposit: how it stands and why, what was posted, what happened. */
export function OpenDeposit({ opened, wide, onWide, nextId, onShow }: OpenDepositProps) {
  const texts = useTexts()
  const say = useBilingual()
  const { obligation } = opened
  const [waiving, setWaiving] = useState(false)
  const { give, deciding, redecide } = useGive({
    id: obligation.id,
    title: obligation.providerName,
    version: obligation.version,
    seenDigest: opened.seenDigest,
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const waive = async (said: CommandArguments<'deposit.waive'>) => {
    if (await give('deposit.waive', said)) setWaiving(false)
  }
  return (
    <CaseFrame
      head={
        <CaseHead title={obligation.providerName} wide={wide} onWide={onWide} onClose={onClose}>
          <DepositStatusMark status={opened.standing.status} />
          <span>{say(opened.marketplaceName)}</span>
          {opened.categoryName === null ? null : <span>{say(opened.categoryName)}</span>}
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/providers/$id" params={{ id: obligation.providerId }} {...props} />
            )}
          >
            {texts.applications.head.provider}
          </Anchor>
          <CopyId id={obligation.id} />
        </CaseHead>
      }
      document={null}
      foot={
        <>
          {waiving && opened.allowed.includes('deposit.waive') ? (
            <WaiveForm
              today={opened.on}
              deciding={deciding}
              onWaive={(said) => void waive(said)}
              onCancel={() => setWaiving(false)}
            />
          ) : null}
          <DecisionBar
            actions={opened.allowed.map((type) => ({
              id: type,
              label: texts.commands.doing[type],
              keys: 'v',
              run: () => setWaiving(!waiving),
              danger: false,
              blocked: null,
            }))}
            openId={waiving ? 'deposit.waive' : null}
            deciding={deciding}
            idle={texts.review.bar.nothingToDo}
            assign={null}
          />
        </>
      }
    >
      <ReturnedBanner
        recordId={obligation.id}
        onAgain={(returned) => {
          redecide(returned)
          setWaiving(true)
        }}
      />
      <PendingLines pending={opened.pending} />
      <StandingSection opened={opened} />
      <ProviderSection opened={opened} />
      <LedgerSection entries={obligation.entries} />
      <HistoryList history={obligation.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
