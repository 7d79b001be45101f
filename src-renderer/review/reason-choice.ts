import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ConditionVerdict, Finding } from '#shared/rules/verdict.ts'

/** One reason a reviewer can give: a judged rule of this case, or a ready sentence of the pack. */
export interface ReasonChoice {
  /** Rule id or template id: what the decision carries. */
  readonly id: string
  readonly label: Bilingual
  /** What the note to the vendor says about it, line by line. */
  readonly lines: readonly Bilingual[]
  readonly origin: 'fail' | 'unknown' | 'must' | 'should' | 'template'
}

interface ReasonTemplate {
  readonly id: string
  readonly text: Bilingual
}

/** Failed conditions first, then unknown ones, then the sentences of the pack. */
export function reasonsOfConditions(
  conditions: readonly ConditionVerdict[],
  templates: readonly ReasonTemplate[],
): ReasonChoice[] {
  const judged = (verdict: 'fail' | 'unknown'): ReasonChoice[] =>
    conditions
      .filter((condition) => condition.verdict === verdict)
      .map((condition) => ({
        id: condition.ruleId,
        label: condition.title,
        lines: [joined(condition.title, condition.remedy ?? condition.evidence.required)],
        origin: verdict,
      }))
  return [...judged('fail'), ...judged('unknown'), ...templates.map(reasonOfTemplate)]
}

/** Open must-findings first, then should-findings; findings of one rule are one reason with a line per place. */
export function reasonsOfFindings(
  findings: readonly Finding[],
  overridden: ReadonlySet<string>,
  templates: readonly ReasonTemplate[],
): ReasonChoice[] {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.severity === 'info' || overridden.has(finding.ruleId)) continue
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding])
  }
  const choices: ReasonChoice[] = []
  for (const [ruleId, same] of byRule) {
    const [first] = same
    if (first === undefined || first.severity === 'info') continue
    choices.push({
      id: ruleId,
      label: first.message,
      lines: same.map((finding) => withPlace(joined(finding.message, finding.remedy), finding.place)),
      origin: same.some((finding) => finding.severity === 'must') ? 'must' : 'should',
    })
  }
  const musts = choices.filter((choice) => choice.origin === 'must')
  const shoulds = choices.filter((choice) => choice.origin === 'should')
  return [...musts, ...shoulds, ...templates.map(reasonOfTemplate)]
}

/** What a request for changes starts from: everything that blocks. */
export function preselected(choices: readonly ReasonChoice[]): string[] {
  return choices
    .filter((choice) => choice.origin === 'fail' || choice.origin === 'must')
    .map((choice) => choice.id)
    .slice(0, REASON_LIMIT)
}

/** Most reasons one decision carries, as its command says. */
export const REASON_LIMIT = 30

function reasonOfTemplate(template: ReasonTemplate): ReasonChoice {
  return { id: template.id, label: template.text, lines: [template.text], origin: 'template' }
}

function joined(title: Bilingual, remedy: Bilingual): Bilingual {
  return { zh: `${title.zh}：${remedy.zh}`, en: `${title.en}: ${remedy.en}` }
}

function withPlace(text: Bilingual, place: string): Bilingual {
  return place === '' ? text : { zh: `${text.zh}（${place}）`, en: `${text.en} (${place})` }
}
