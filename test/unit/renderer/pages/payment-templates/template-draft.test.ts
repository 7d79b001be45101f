import { describe, expect, test } from 'vitest'
import {
  draftOf,
  isSameTemplate,
  newColumn,
  type TemplateDraft,
  templateOf,
  troubleWith,
} from '#renderer/pages/payment-templates/template-draft.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'

const [icbc] = KNOWN_TEMPLATES
if (icbc === undefined) throw new Error('there is a template')
const draft = draftOf(icbc)
const changed = (part: Partial<TemplateDraft>): TemplateDraft => ({ ...draft, ...part })
const column = (part: Partial<ReturnType<typeof newColumn>>) =>
  changed({ columns: [...draft.columns, { ...newColumn('n'), heading: '新列', ...part }] })

describe('a template in its form', () => {
  test.each(KNOWN_TEMPLATES)('$id is the same template again', (template) => {
    const again = templateOf(draftOf(template))
    expect(again !== null && isSameTemplate(again, template)).toBe(true)
    expect(troubleWith(draftOf(template))).toBeNull()
  })

  test.each([
    ['without an id', changed({ id: 'Abc' }), 'id'],
    ['without a name', changed({ name: ' ' }), 'name'],
    ['without a sheet', changed({ sheet: '' }), 'sheet'],
    ['of three columns', changed({ columns: draft.columns.slice(0, 3) }), 'columns'],
    ['with a column that has no heading', column({ heading: ' ' }), 'heading-missing'],
    ['with a heading twice', column({ heading: '金额' }), 'heading-twice'],
    [
      'without the amount',
      changed({ columns: draft.columns.filter(({ kind }) => kind !== 'amount') }),
      'needed-missing',
    ],
    ['with a fixed text like an account', column({ text: '6222-0212' }), 'fixed-account'],
    [
      'with a status that means two things',
      changed({ answer: { ...draft.answer, accepted: '成功、落地', rejected: '落 地' } }),
      'word-twice',
    ],
    ['with a length of nothing', column({ maxLength: 0 }), 'length'],
    ['with digits of a bank that are none', column({ kind: 'own-or-other', bankDigits: '10' }), 'invalid'],
  ] as const)('%s is none, and says what to mend', (_what, wrong, trouble) => {
    expect(templateOf(wrong)).toBeNull()
    expect(troubleWith(wrong)).toBe(trouble)
  })

  test("says how the bank's answer is read only where that is not the usual", () => {
    expect(templateOf(changed({ answer: { ...draft.answer, status: ' ，' } }))).not.toHaveProperty('answer')
    const own = changed({ answer: { ...draft.answer, status: '落地情况，结果', accepted: '入账' } })
    const template = templateOf(own)
    expect(template?.answer).toMatchObject({
      columns: { status: ['落地情况', '结果'], reason: [] },
      words: { accepted: ['入账'], rejected: [] },
    })
    expect(template !== null && draftOf(template).answer).toMatchObject({ status: '落地情况、结果' })
  })

  test('keeps the order of its columns', () => {
    const [first, ...others] = draft.columns
    if (first === undefined) throw new Error('there is a column')
    const moved = templateOf(changed({ columns: [...others, first] }))
    expect(moved?.columns.at(-1)?.heading).toBe(first.heading)
    expect(moved !== null && isSameTemplate(moved, icbc)).toBe(false)
  })
})
