import type { ReactNode } from 'react'
import { type CaseAction, DecisionBar } from '../decision-bar.tsx'
import type { Missing } from '../missing-actions.ts'
import { MovedNotice } from './moved-notice.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import type { CaseForms } from './use-case-forms.ts'

interface CaseFootProps {
  readonly forms: CaseForms
  readonly actions: readonly CaseAction[]
  /** Of the action whose form is open. */
  readonly openId: string | null
  readonly missing: readonly Missing[]
  /** What comes next where nobody here can decide anything. */
  readonly idle: string
  readonly assign?: ReactNode
  /** The open form, or what is said where none is. */
  readonly children: ReactNode
}

/** The foot of every case: what moved or was refused, the open form, the decisions. */
export function CaseFoot({ forms, actions, openId, missing, idle, assign, children }: CaseFootProps) {
  const { open, moved, refusal } = forms
  return (
    <>
      {open === null && moved !== null ? <MovedNotice moved={moved} onDismiss={forms.forgetMoved} /> : null}
      {open === null && refusal !== null ? (
        <RefusedNotice refusal={refusal} onDismiss={forms.forgetRefusal} />
      ) : null}
      {children}
      <DecisionBar
        actions={actions}
        openId={openId}
        deciding={forms.deciding}
        idle={idle}
        missing={missing}
        assign={assign ?? null}
      />
    </>
  )
}
