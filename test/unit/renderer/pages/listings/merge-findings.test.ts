import { describe, expect, it } from 'vitest'
import { mergeFindings } from '#renderer/pages/listings/merge-findings.ts'
import type { Finding } from '#shared/rules/verdict.ts'

function finding(ruleId: string, severity: Finding['severity'], place = ''): Finding {
  const text = { zh: ruleId, en: ruleId }
  return { ruleId, severity, message: text, place, remedy: text, citation: null }
}
const override = {
  ruleId: 'm1',
  reason: '已确认',
  by: 'op-1',
  byName: '陈思远',
  at: '2026-11-21T06:05:00.000Z',
}

describe('findings of a submission', () => {
  it('are read heaviest first, overridden ones last of their weight', () => {
    const shown = mergeFindings(
      [finding('i', 'info'), finding('m1', 'must'), finding('s', 'should'), finding('m2', 'must')],
      null,
      [override],
    )
    expect(shown.map(({ finding: { ruleId } }) => ruleId)).toEqual(['m2', 'm1', 's', 'i'])
    expect(shown.map((each) => each.override?.byName ?? null)).toEqual([null, '陈思远', null, null])
  })

  it('are those of the platform, without a remark, while the package has not been read here', () => {
    expect(mergeFindings([finding('a', 'must')], null, []).map((each) => each.madeBy)).toEqual(['both'])
  })

  it('say which check made them where the two differ in rule or place', () => {
    const shown = mergeFindings(
      [finding('a', 'must', 'x'), finding('b', 'must')],
      [finding('a', 'must', 'y'), finding('b', 'must')],
      [],
    )
    expect(shown.map(({ finding: { ruleId, place }, madeBy }) => [ruleId, place, madeBy])).toEqual([
      ['a', 'x', 'platform'],
      ['b', '', 'both'],
      ['a', 'y', 'here'],
    ])
  })
})
