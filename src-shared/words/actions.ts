import type { Bilingual } from '../base/bilingual.ts'
import { COMMAND_WORDS } from './commands.ts'

/** What a step of a history is called: a command that was given, or what the vendor or the platform did by itself. */
const ACTION_WORDS: Readonly<Record<string, Bilingual>> = {
  ...COMMAND_WORDS.done,
  'vendor.submit': { zh: '提交', en: 'submitted' },
  'vendor.resubmit': { zh: '重新提交', en: 'submitted again' },
  'vendor.withdraw': { zh: '撤回', en: 'withdrew' },
  'vendor.push': { zh: '上传', en: 'pushed' },
  'vendor.cancel-submit': { zh: '取消提交', en: 'cancelled the submission' },
  'supervision.complete': { zh: '到时自动完成', en: 'Completed by the clock' },
  'platform.ask-deposits': { zh: '按规则立账', en: 'Opened by rule' },
}

/** What such a step is called; one that no list here knows by its own name. */
export function actionName(action: string): Bilingual {
  return ACTION_WORDS[action] ?? { zh: action, en: action }
}
