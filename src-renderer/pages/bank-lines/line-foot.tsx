import { useTexts } from '#renderer/i18n/language-context.ts'
import { type CaseAction, DecisionBar } from '#renderer/review/decision-bar.tsx'
import type { KeyMeaning } from '#renderer/shell/keys/key-meanings.ts'
import type { Candidate, LineCase } from '#shared/contracts/console-engine/bank-lines.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import { candidateKey, targetKey } from './candidate-parts.ts'
import { OtherForm } from './other-form.tsx'
import { PlanBox } from './plan-box.tsx'
import { ReturnForm } from './return-form.tsx'
import { SplitEditor } from './split-editor.tsx'
import { UndoForm } from './undo-form.tsx'
import type { LineDecisions } from './use-line-decisions.ts'

interface LineFootProps {
  readonly opened: LineCase
  readonly decisions: LineDecisions
}

/** What can be decided about a line, and the form in which it is being decided. */
export function LineFoot({ opened, decisions }: LineFootProps) {
  const texts = useTexts().bankLines
  const { allowed, line, status } = opened
  const { form, plan, candidates, deciding, toggle } = decisions
  const mayMatch = allowed.includes('deposit.match')
  const blocked = mayMatch ? blockedBy(plan, candidates, texts) : null
  const accept = () => {
    if (plan !== null && blocked === null && !deciding) decisions.match(plan)
  }
  const open = (id: 'split' | 'other' | 'return' | 'undo', label: string, means: KeyMeaning): CaseAction => ({
    id,
    label,
    means,
    run: () => toggle(id),
    danger: false,
    blocked: null,
  })
  const actions: CaseAction[] = [
    ...(mayMatch
      ? [
          ...(form === null
            ? [
                {
                  id: 'accept',
                  label: texts.actions.accept,
                  means: null,
                  run: accept,
                  danger: false,
                  blocked,
                },
              ]
            : []),
          open('split', texts.actions.split, 'split-line'),
          open('other', texts.actions.other, 'other-money'),
          open('return', texts.actions.return, 'take-back-line'),
        ]
      : []),
    ...(allowed.includes('deposit.unmatch') ? [open('undo', texts.actions.undo, 'unmatch-line')] : []),
  ]
  return (
    <>
      <OpenForm opened={opened} decisions={decisions} />
      {mayMatch && form === null && plan !== null ? <PlanBox parts={plan} candidates={candidates} /> : null}
      <DecisionBar
        actions={actions}
        openId={form}
        deciding={deciding}
        idle={
          status === 'taken-back' && line.takenBackBy !== null ? texts.actions.takenBack : texts.actions.idle
        }
        assign={null}
      />
    </>
  )
}

function OpenForm({ opened: { line, allowed }, decisions }: LineFootProps) {
  const { form, candidates, deciding, close } = decisions
  if (form === 'undo') {
    return allowed.includes('deposit.unmatch') ? (
      <UndoForm deciding={deciding} onSubmit={decisions.unmatch} onCancel={close} />
    ) : null
  }
  if (form === null || !allowed.includes('deposit.match')) return null
  if (form === 'split') {
    return decisions.rows === null ? null : (
      <SplitEditor
        line={line}
        rows={decisions.rows}
        onRows={decisions.writeRows}
        deciding={deciding}
        onSubmit={decisions.match}
        onCancel={close}
      />
    )
  }
  if (form === 'return') {
    return (
      <ReturnForm
        line={line}
        candidates={candidates.flatMap((each) => (each.kind === 'return' ? [each] : []))}
        deciding={deciding}
        onSubmit={(part) => decisions.match([part])}
        onCancel={close}
      />
    )
  }
  const said = candidates.find((candidate) => candidate.kind === 'other')
  return (
    <OtherForm
      suggested={said?.kind === 'other' ? said.what : null}
      deciding={deciding}
      onSubmit={(what, note) =>
        decisions.match([{ target: { kind: 'other', what }, amount: line.amount, reasons: [] }], note)
      }
      onCancel={close}
    />
  )
}

/** Why the plan cannot be accepted; null where it can. */
function blockedBy(
  plan: readonly MatchPart[] | null,
  candidates: readonly Candidate[],
  texts: ReturnType<typeof useTexts>['bankLines'],
): string | null {
  if (plan === null) return texts.plan.choose
  for (const { target, amount } of plan) {
    const candidate = candidates.find((each) => candidateKey(each) === targetKey(target))
    // More than was approved must not be paid back.
    if (candidate?.kind === 'refund' && amount > candidate.due) return texts.actions.refundOver
  }
  return null
}
