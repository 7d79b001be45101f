import { describe, expect, it } from 'vitest'
import {
  preselected,
  REASON_LIMIT,
  reasonsOfConditions,
  reasonsOfFindings,
} from '#renderer/review/reason-choice.ts'
import { composeVendorNote, NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import type { ConditionVerdict, Finding } from '#shared/rules/verdict.ts'

function condition(ruleId: string, verdict: ConditionVerdict['verdict']): ConditionVerdict {
  return {
    ruleId,
    title: { zh: `条件${ruleId}`, en: `Condition ${ruleId}` },
    verdict,
    citation: { ruleId, quote: '10 人以上', source: 'guide', reading: false },
    evidence: {
      fact: 'staff',
      found: { zh: '8 人', en: '8 people' },
      required: { zh: '至少 10 人', en: 'at least 10' },
      documentHashes: [],
    },
    remedy: verdict === 'pass' ? null : { zh: '补足人员', en: 'hire' },
    contradiction: null,
  }
}

function finding(ruleId: string, severity: Finding['severity'], place: string): Finding {
  return {
    ruleId,
    severity,
    message: { zh: '截图不足', en: 'too few screenshots' },
    place,
    remedy: { zh: '补充截图', en: 'add some' },
    citation: null,
  }
}

const template = { id: 'illegible', text: { zh: '扫描件不清晰', en: 'The scan is illegible' } }

describe('reasons of an application', () => {
  const choices = reasonsOfConditions(
    [condition('a', 'pass'), condition('b', 'unknown'), condition('c', 'fail')],
    [template],
  )

  it('offers failed conditions first, then unknown ones, then the sentences of the pack', () => {
    expect(choices.map((choice) => [choice.id, choice.origin])).toEqual([
      ['c', 'fail'],
      ['b', 'unknown'],
      ['illegible', 'template'],
    ])
  })

  it('preselects what fails, and leaves unknown conditions to the reviewer', () => {
    expect(preselected(choices)).toEqual(['c'])
  })

  it('never preselects more reasons than a decision may carry', () => {
    const many = Array.from({ length: 40 }, (_, index) => condition(`r${index}`, 'fail'))
    expect(preselected(reasonsOfConditions(many, []))).toHaveLength(REASON_LIMIT)
  })
})

describe('reasons of a listing', () => {
  it('makes one reason of the findings of one rule and names each place', () => {
    const [choice, ...others] = reasonsOfFindings(
      [finding('shots', 'must', 'a.png'), finding('shots', 'must', 'b.png'), finding('x', 'info', '')],
      new Set(),
      [],
    )
    expect(others).toEqual([])
    expect(choice?.lines.map((line) => line.zh)).toEqual([
      '截图不足：补充截图（a.png）',
      '截图不足：补充截图（b.png）',
    ])
  })

  it('leaves out what a manager has overridden', () => {
    expect(reasonsOfFindings([finding('shots', 'must', '')], new Set(['shots']), [])).toEqual([])
  })

  it('puts must before should', () => {
    const choices = reasonsOfFindings([finding('s', 'should', ''), finding('m', 'must', '')], new Set(), [])
    expect(choices.map((choice) => choice.id)).toEqual(['m', 's'])
  })
})

describe('the note to the vendor', () => {
  const choices = reasonsOfConditions([condition('c', 'fail'), condition('b', 'unknown')], [template])

  it('numbers the chosen reasons with their remedies', () => {
    expect(composeVendorNote('请修改：', choices, ['c', 'illegible'])).toBe(
      '请修改：\n1. 条件c：补足人员\n2. 扫描件不清晰',
    )
  })

  it('is empty when nothing is chosen', () => {
    expect(composeVendorNote('请修改：', choices, [])).toBe('')
  })

  it('never grows longer than a decision may carry', () => {
    const many = Array.from({ length: 900 }, (_, index) => condition(`r${index}`, 'fail'))
    const all = reasonsOfConditions(many, [])
    const note = composeVendorNote(
      '请修改：',
      all,
      all.map((choice) => choice.id),
    )
    expect(note.length).toBe(NOTE_LIMIT)
  })
})
