import type { Notice } from '#shared/contracts/console-platform/records/notice.ts'
import {
  type NoticeTemplate,
  noticeTemplateName,
} from '#shared/contracts/console-platform/records/notice-template.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideNotice,
  decideNoticeTemplate,
} from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Sends a notice anew, cancels it, or notes that the provider was told otherwise. */
export async function decideOnNotice(
  setting: CommandSetting,
  before: Notice,
  decision: DecisionAbout<'notice'>,
): Promise<Notice | Refusal> {
  const after = decideNotice(before, decision, setting.actor, setting.at)
  if (after === null) return refuse('wrong-state', before.id)
  await writeRecord(setting, decision.type, 'notice', before, after)
  return after
}

/** Sets how notices are worded, where nobody else did since the template that was on screen. */
export async function decideOnNoticeTemplate(
  setting: CommandSetting,
  before: NoticeTemplate | null,
  decision: DecisionAbout<'noticeTemplate'>,
  id: string,
): Promise<NoticeTemplate | Refusal> {
  const { transaction, platform, actor, at } = setting
  const { occasion, marketplace, number } = decision.arguments
  const after = decideNoticeTemplate(before, id, decision, actor, at)
  if (typeof after === 'string') return refuse(after, occasion)
  const isKnown =
    marketplace === '' || platform.policies.packs.some((each) => each.marketplace === marketplace)
  if (!isKnown) return refuse('unknown-marketplace', marketplace)
  const isThere = async (which: number) =>
    (await transaction.named('noticeTemplate', '', noticeTemplateName(occasion, marketplace, which))) !== null
  if ((await isThere(number)) || (number > 1 && !(await isThere(number - 1)))) {
    return refuse('template-moved', occasion)
  }
  await writeRecord(setting, decision.type, 'noticeTemplate', null, after)
  return after
}
