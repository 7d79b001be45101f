import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { statementAllows } from '#shared/contracts/console-platform/transitions/settlement-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { SettlementReason } from './settlement-reason.tsx'

/** An open statement and its forms. */
interface SettlementFootProps {
  readonly opened: SettlementCase
  readonly forms: CaseForms
}

/** What can be decided about a statement, and the form in which it is being decided. */
export function SettlementFoot({ opened, forms }: SettlementFootProps) {
  const texts = useTexts()
  const { statement, allowed } = opened
  const isOffline = useQuery(engine.sync.status.queryOptions()).data?.state === 'offline'
  const offline = isOffline ? texts.settlement.offline : null
  const commit = offline ?? notYet(opened, texts.settlement)
  const missing = useMissing('settlementStatement', allowed, (type) => statementAllows(statement, type))
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing, {
        blocked: { 'settlement.commit': commit, 'settlement.void': offline },
      })}
      openId={forms.open}
      missing={missing}
      idle={texts.settlement.idle[statement.status]}
    >
      <OpenForm opened={opened} forms={forms} blocked={commit} />
    </CaseFoot>
  )
}

/** Why a draft cannot be committed as it is seen here; null where it can. */
function notYet(
  { statement, waiting, openChecks, month }: SettlementCase,
  words: { readonly waitingFirst: string; readonly checksFirst: string; readonly outdated: string },
): string | null {
  if (statement.status !== 'draft') return null
  if (month !== null && month.draft?.id !== statement.draftId) return words.outdated
  if (waiting.length > 0) return words.waitingFirst
  return openChecks.length > 0 ? words.checksFirst : null
}

interface OpenFormProps extends SettlementFootProps {
  readonly blocked: string | null
}

function OpenForm({ opened, forms, blocked }: OpenFormProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.settlement
  const { totals } = opened.statement
  const open = formAbout('settlementStatement', forms.open)
  switch (open) {
    case 'settlement.commit':
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.commitLead}
          submitLabel={words.commit(formatYuan(totals.net))}
          blocked={blocked}
          onSubmit={() => forms.submit(open, { net: totals.net })}
        />
      )
    case 'settlement.void': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.voidLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : words.reasonMissing}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <SettlementReason value={reason} onChange={(written) => forms.write(open, { reason: written })} />
        </CommandForm>
      )
    }
    case null:
      return null
  }
}
