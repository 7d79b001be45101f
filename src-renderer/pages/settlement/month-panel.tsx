import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ulid } from 'ulid'
import { engine } from '#renderer/engine-client/engine.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import { type CaseForms, useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { HistoryList } from '#renderer/review/history-list.tsx'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { SettlementSearch } from '#renderer/routes/search.ts'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { CloseMonth } from '#shared/contracts/console-engine/settlement.ts'
import type { RebateWay } from '#shared/contracts/console-platform/records/settlement-month.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { CheckList } from './check-list.tsx'
import { SkipForm } from './skip-form.tsx'

interface MonthPanelProps {
  readonly marketplace: string
  readonly month: string
  readonly onClose: () => void
  /** Narrows the list beside it. */
  readonly onShow: (part: SettlementSearch) => void
}

/** A month of a marketplace: what it comes to, what is to be done before it is committed, and drafting it. */
export function MonthPanel(props: MonthPanelProps) {
  const { marketplace, month } = props
  const query = useQuery(engine.settlement.months.queryOptions({ input: { marketplace } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const opened = query.data.months.find((each) => each.month === month)
  if (opened === undefined) return null
  return <OpenMonth {...props} opened={opened} data={query.data} />
}

interface OpenMonthProps extends MonthPanelProps {
  readonly opened: CloseMonth
  readonly data: {
    readonly hasRebates: boolean
    readonly marketplaceName: { readonly zh: string; readonly en: string }
  }
}

function OpenMonth({ marketplace, month, opened, data, onClose, onShow }: OpenMonthProps) {
  const texts = useTexts()
  const words = texts.settlement
  const say = useBilingual()
  const roles = useAccount()?.roles ?? []
  const newId = useMemo(() => ulid(), [])
  const { record, isOver, totals, before, pending } = opened
  const title = `${say(data.marketplaceName)} ${month}`
  const allowed = (['settlement.draft', 'settlement.skip-check'] as const).filter(
    (type) => mayCommand(roles, type) && (type === 'settlement.draft' || record !== null),
  )
  const forms = useCaseForms({
    kind: 'settlementMonth',
    record: record ?? { id: newId, version: 0, history: [] },
    title,
    ...{ seenDigest: opened.seenDigest, allowed, nextId: () => null, onShow: () => undefined },
  })
  useCaseKeys({ wide: false, onWide: () => undefined, onClose, onNext: () => undefined, onAssignToMe: null })
  const missing = useMissing('settlementMonth', allowed, (type) => type === 'settlement.draft')
  const compared = (now: number, was: number | null) =>
    words.compared(formatYuan(now), was === null ? null : formatYuan(was))
  const draft = record?.draft ?? null
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={false} onWide={() => undefined} onClose={onClose}>
          <span>{draft === null ? words.notDrafted : words.states(totals.drafts, totals.committed)}</span>
          {draft === null ? null : <Moment at={draft.at} />}
        </CaseHead>
      }
      document={null}
      foot={
        <CaseFoot
          forms={forms}
          actions={caseActions(allowed, forms, texts.commands.doing, {
            labels: draft === null ? {} : { 'settlement.draft': words.draftAgain },
            blocked: { 'settlement.draft': isOver ? null : words.notOver },
          })}
          openId={forms.open}
          missing={missing}
          idle=""
        >
          <OpenForm
            forms={forms}
            marketplace={marketplace}
            month={month}
            rebates={data.hasRebates ? opened.rebates : null}
          />
        </CaseFoot>
      }
    >
      {record === null ? null : <ReturnedBanner recordId={record.id} onAgain={forms.again} />}
      <PendingLines pending={pending} />
      <CaseSection title={words.monthTotals} aside={before === null ? null : words.besideBefore}>
        <Facts
          facts={(['gross', 'refunded', 'fee', 'rebate', 'adjustments', 'carried', 'net'] as const).map(
            (key) => [words.fields[key], compared(totals[key], before?.[key] ?? null)],
          )}
        />
      </CaseSection>
      {record === null ? null : (
        <CheckList
          marketplace={marketplace}
          month={month}
          checks={opened.checks}
          forms={forms}
          onShow={onShow}
        />
      )}
      {record === null ? null : <HistoryList history={record.history} reasonWords={(id) => id} />}
    </CaseFrame>
  )
}

interface OpenFormProps {
  readonly forms: CaseForms
  readonly marketplace: string
  readonly month: string
  /** How its rebates go back; null where it has none. */
  readonly rebates: RebateWay | null
}

function OpenForm({ forms, ...of }: OpenFormProps) {
  const open = formAbout('settlementMonth', forms.open)
  switch (open) {
    case 'settlement.draft':
      return <DraftForm forms={forms} {...of} />
    case 'settlement.skip-check':
      return <SkipForm forms={forms} />
    case null:
      return null
  }
}

function DraftForm({ forms, marketplace, month, rebates }: OpenFormProps) {
  const texts = useTexts()
  const words = texts.settlement
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['settlement.draft']}
      lead={words.draftLead}
      submitLabel={texts.commands.doing['settlement.draft']}
      blocked={null}
      onSubmit={() => forms.submit('settlement.draft', { marketplace, month })}
    >
      {rebates === null ? null : (
        <Text size="sm">
          {words.rebatesBy(words.rebateWay[rebates])}{' '}
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/rules" search={{ tab: 'controls' }} {...props} />}
          >
            {texts.shell.screens.rules}
          </Anchor>
        </Text>
      )}
    </CommandForm>
  )
}
