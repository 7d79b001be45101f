import { useTexts } from '#renderer/i18n/language-context.ts'
import { type CaseAction, caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { EMPTY_MATCH, type MatchWay } from '#renderer/review/forms/drafts.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import type { Candidate, LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  asksForNote,
  bankLineAllows,
} from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { candidateKey, targetKey } from './candidates/candidate-parts.ts'
import { PlanBox } from './candidates/plan-box.tsx'
import type { LinePlan } from './candidates/use-line-plan.ts'
import { MatchNote } from './forms/match-note.tsx'
import { OtherForm } from './forms/other-form.tsx'
import { ReturnForm } from './forms/return-form.tsx'
import { UndoForm } from './forms/undo-form.tsx'
import { SplitEditor } from './split/split-editor.tsx'

const WAYS: readonly (readonly [MatchWay, KeyMeaning])[] = [
  ['split', 'split-line'],
  ['other', 'other-money'],
  ['return', 'take-back-line'],
]

interface LineFootProps {
  readonly opened: LineCase
  readonly plan: LinePlan
  readonly forms: CaseForms
}

/** What can be decided about a line, and the form in which it is being decided. */
export function LineFoot({ opened, plan, forms }: LineFootProps) {
  const all = useTexts()
  const texts = all.bankLines
  const { allowed, line, status } = opened
  const { open, deciding, drafts } = forms
  const missing = useMissing('bankLine', allowed, (type) => bankLineAllows(line, type))
  const mayMatch = allowed.includes('deposit.match')
  const draft = drafts['deposit.match'] ?? EMPTY_MATCH
  const { way, note } = draft
  const asks = plan.parts !== null && asksForNote(plan.parts)
  const openWay = (wanted: MatchWay) => {
    if (open === 'deposit.match' && way === wanted) forms.close()
    else forms.start('deposit.match', { ...draft, way: wanted })
  }
  const accept: CaseAction = {
    id: 'accept',
    label: texts.actions.accept,
    means: null,
    run: () => {
      if (plan.parts !== null)
        forms.submit('deposit.match', { parts: [...plan.parts], note: asks ? note : '' })
    },
    danger: false,
    blocked:
      blockedBy(plan.parts, plan.candidates, texts) ??
      (asks && note.trim() === '' ? texts.note.missing : null),
  }
  const matching: CaseAction[] = [
    ...(open === null ? [accept] : []),
    ...WAYS.map(([id, means]) => ({
      ...{ id, means, danger: false, blocked: null },
      label: texts.actions[id],
      run: () => openWay(id),
    })),
  ]
  return (
    <CaseFoot
      forms={forms}
      actions={[
        ...(mayMatch ? matching : []),
        ...caseActions(allowed, forms, all.commands.doing, {
          labels: { 'deposit.unmatch': texts.actions.undo },
        }),
      ]}
      openId={open === 'deposit.match' ? way : open}
      missing={missing}
      idle={status === 'taken-back' ? texts.actions.takenBack : texts.actions.idle}
    >
      <OpenForm opened={opened} plan={plan} forms={forms} />
      {mayMatch && open === null && !deciding && plan.parts !== null ? (
        <PlanBox parts={plan.parts} candidates={plan.candidates}>
          {asks ? (
            <MatchNote
              value={note}
              onChange={(written) => forms.write('deposit.match', { ...draft, note: written })}
            />
          ) : null}
        </PlanBox>
      ) : null}
    </CaseFoot>
  )
}

function OpenForm({ opened: { line }, plan, forms }: LineFootProps) {
  if (forms.open === 'deposit.unmatch') return <UndoForm forms={forms} />
  if (forms.open !== 'deposit.match') return null
  switch (forms.drafts['deposit.match']?.way ?? 'split') {
    case 'split':
      return <SplitEditor key="split" line={line} plan={plan} forms={forms} />
    case 'return':
      return <ReturnForm key="return" line={line} plan={plan} forms={forms} />
    case 'other':
      return <OtherForm key="other" line={line} plan={plan} forms={forms} />
  }
}

/** Why the plan cannot be accepted; null where it can. */
function blockedBy(
  parts: readonly MatchPart[] | null,
  candidates: readonly Candidate[],
  texts: ReturnType<typeof useTexts>['bankLines'],
): string | null {
  if (parts === null) return texts.plan.choose
  for (const { target, amount } of parts) {
    const candidate = candidates.find((each) => candidateKey(each) === targetKey(target))
    // More than was approved must not be paid back.
    if (candidate?.kind === 'refund' && amount > candidate.due) return texts.actions.refundOver
    if (candidate?.kind === 'payout' && amount !== candidate.due) return texts.effect.payoutDiffers
  }
  return null
}
