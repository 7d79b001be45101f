import type { Instant } from '../../../base/ids.ts'
import { unknownPlaceholders } from '../../../rules/notices/notice-template.ts'
import type { CommandAbout } from '../commands.ts'
import type { HistoryEntry } from '../records/history.ts'
import {
  NOTICE_STEPS_LIMIT,
  type Notice,
  type NoticeStatus,
  type NoticeStep,
  noticeStatus,
} from '../records/notice.ts'
import type { NoticeTemplate } from '../records/notice-template.ts'
import { type Actor, type DecisionAbout, historyOf, stepOf } from './decision.ts'

export type NoticeDecision = DecisionAbout<'notice'>
type NoticeCommand = CommandAbout<'notice'>

const FROM: Readonly<Record<NoticeCommand, readonly NoticeStatus[]>> = {
  'notice.mark-told': ['to-tell', 'queued', 'failed', 'bounced', 'unclear'],
  'notice.resend': ['to-tell', 'failed', 'bounced', 'unclear', 'sent', 'cancelled'],
  'notice.cancel': ['to-tell', 'queued', 'failed', 'bounced', 'unclear'],
}

/** Steps that sending it anew may add: each try two, a late answer, and a person's last word. */
const STEPS_OF_SENDING = 84

/** Whether a notice is in a state for a decision, whoever decides. What a sender has in hand waits for what comes of it. */
export function noticeAllows(notice: Pick<Notice, 'steps' | 'channel'>, type: NoticeCommand): boolean {
  const hasRoom = type !== 'notice.resend' || notice.steps.length <= NOTICE_STEPS_LIMIT - STEPS_OF_SENDING
  return hasRoom && FROM[type].includes(noticeStatus(notice))
}

/** A notice after a decision; null where its state does not allow it. Pure. */
export function decideNotice(
  before: Notice,
  decision: NoticeDecision,
  actor: Actor,
  at: Instant,
): Notice | null {
  if (!noticeAllows(before, decision.type)) return null
  const after = withStep(before, stepBy(decision, { at, by: actor.id, byName: actor.name }))
  if (decision.type !== 'notice.resend') return after
  const { language, email } = decision.arguments
  return { ...after, channel: 'mail', language, recipient: readdressed(before.recipient, email) }
}

function readdressed(to: Notice['recipient'], email: string): Notice['recipient'] {
  if (to === null || to.email === email) return to
  return { ...to, email, former: to.email === null ? to.former : [...to.former, to.email] }
}

function stepBy(
  decision: NoticeDecision,
  by: { readonly at: Instant; readonly by: string; readonly byName: string },
): NoticeStep {
  switch (decision.type) {
    case 'notice.resend':
      return { step: 'resent', ...by, said: { language: decision.arguments.language } }
    case 'notice.cancel':
      return { step: 'cancelled', ...by, said: decision.arguments }
    case 'notice.mark-told':
      return { step: 'told', ...by, said: decision.arguments }
  }
}

/** A notice with one more step, a version further. */
export function withStep(notice: Notice, step: NoticeStep): Notice {
  return { ...notice, version: notice.version + 1, steps: [...notice.steps, step], updatedAt: step.at }
}

/** What people did with a notice, as the history of other records has it. */
export function noticeHistory({ steps }: Pick<Notice, 'steps'>): HistoryEntry[] {
  return steps.flatMap((step) => ('byName' in step ? [given(GIVEN_BY[step.step], step)] : []))
}

/** The command that each step of a person comes from. */
const GIVEN_BY = {
  resent: 'notice.resend',
  cancelled: 'notice.cancel',
  told: 'notice.mark-told',
} as const satisfies Partial<Record<NoticeStep['step'], NoticeCommand>>

function given(
  action: NoticeCommand,
  { at, by, byName }: { readonly at: Instant; readonly by: string; readonly byName: string },
): HistoryEntry {
  return stepOf(action, { id: by, name: byName }, at)
}

/** Why a template cannot be set in this way. */
export type NoticeTemplateTrouble = 'wrong-state' | 'unknown-placeholder'

/** A template as it is set, or why it cannot be. Which number is next is the platform's to ask. Pure. */
export function decideNoticeTemplate(
  before: NoticeTemplate | null,
  id: string,
  decision: DecisionAbout<'noticeTemplate'>,
  actor: Actor,
  at: Instant,
): NoticeTemplate | NoticeTemplateTrouble {
  if (before !== null) return 'wrong-state'
  const { occasion, texts } = decision.arguments
  if (unknownPlaceholders(occasion, texts).length > 0) return 'unknown-placeholder'
  return {
    ...{ id, version: 1, ...decision.arguments },
    set: { at, by: actor.id, byName: actor.name },
    history: [historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
