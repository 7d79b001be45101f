import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ProviderLink } from '#renderer/review/provider-link.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { StatementStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { AdjustForm } from './adjust-form.tsx'
import { DifferenceSection } from './difference-section.tsx'
import { LinesSection } from './lines-section.tsx'
import { NoticesSection } from './notices-section.tsx'
import { SettlementFoot } from './settlement-foot.tsx'
import { TotalsSection } from './totals-section.tsx'

/** One statement, once the engine has laid it out. Use it under a `key` of its id. */
export function SettlementCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.settlement.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenStatement {...props} opened={query.data} />
}

interface OpenStatementProps extends QueueCaseProps {
  readonly opened: SettlementCase
}

/** One statement: what it comes to, what is to be looked at, every line with how it came about. */
function OpenStatement({ opened, wide, onWide, nextId, onShow }: OpenStatementProps) {
  const texts = useTexts()
  const words = texts.settlement
  const say = useBilingual()
  const roles = useAccount()?.roles ?? []
  const [isAdjusting, setAdjusting] = useState(false)
  const { statement, waiting } = opened
  const title = `${statement.month} ${statement.providerName}`
  const forms = useCaseForms({
    kind: 'settlementStatement',
    record: statement,
    title,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const mayAdjust = !isAdjusting && statement.status === 'draft' && mayCommand(roles, 'settlement.adjust')
  const adjust = () => setAdjusting(true)
  useKeys(
    mayAdjust
      ? [{ means: 'adjust-statement', label: texts.commands.doing['settlement.adjust'], run: adjust }]
      : [],
  )
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <StatementStatusMark status={statement.status} />
          <span>{say(opened.marketplaceName)}</span>
          <ProviderLink marketplace={statement.marketplace} providerId={statement.providerId} />
          <CopyId id={statement.id} />
        </CaseHead>
      }
      document={null}
      foot={
        isAdjusting ? (
          <AdjustForm statement={statement} onClose={() => setAdjusting(false)} />
        ) : (
          <SettlementFoot opened={opened} forms={forms} />
        )
      }
    >
      <ReturnedBanner recordId={statement.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <NoticesSection opened={opened} />
      <TotalsSection opened={opened} />
      <CaseSection
        title={words.fields.adjustments}
        aside={
          mayAdjust ? (
            <Button
              size="compact-xs"
              variant="default"
              rightSection={<KeyHint means="adjust-statement" />}
              onClick={adjust}
            >
              {texts.commands.doing['settlement.adjust']}
            </Button>
          ) : null
        }
      >
        <p>
          {statement.adjustmentIds.length === 0
            ? words.noAdjustments
            : words.adjustmentCount(statement.adjustmentIds.length)}
        </p>
        {waiting.map(({ id, kind, amount, reason }) => (
          <p key={id}>{words.waiting(words.kind[kind], formatYuan(amount), reason)}</p>
        ))}
      </CaseSection>
      <DifferenceSection key={`differences ${statement.id}`} opened={opened} />
      <LinesSection key={statement.id} statement={statement} />
      <ToldSection of={{ of: 'record', kind: 'settlementStatement', id: statement.id }} />
      <HistoryList history={statement.history} reasonWords={(id) => id} />
    </CaseFrame>
  )
}
