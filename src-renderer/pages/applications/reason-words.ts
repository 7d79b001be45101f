import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'

/** The words of a reason in a history: a condition's title or a sentence of the pack; else the reason itself. */
export function reasonWordsOf(
  opened: Pick<ApplicationCase, 'conditions' | 'requestTemplates' | 'rejectTemplates'>,
  id: string,
  say: (text: Bilingual) => string,
): string {
  const condition = opened.conditions.find((each) => each.ruleId === id)
  if (condition !== undefined) return say(condition.title)
  const template = [...opened.requestTemplates, ...opened.rejectTemplates].find((each) => each.id === id)
  return template === undefined ? id : say(template.text)
}
