import { expect, it } from 'vitest'
import { bankTemplateSchema } from '#shared/payments/templates/bank-template.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { templateInForce, templatesInForce } from '#shared/payments/templates/templates-in-force.ts'

const [icbc] = KNOWN_TEMPLATES
if (icbc === undefined) throw new Error('there is a template')
const set = (number: number, id: string, sheet: string) => ({ number, template: { ...icbc, id, sheet } })

it('of each bank the template with the highest number holds, else the one that comes with the program', () => {
  const all = [set(2, 'icbc', '二'), set(10, 'icbc', '十'), set(1, 'boc', '中行'), set(9, 'icbc', '九')]
  expect(templateInForce(all, 'icbc')?.sheet).toBe('十')
  expect(templateInForce(all, 'ccb')?.sheet).toBe('批量付款')
  expect(templateInForce(all, 'abc')).toBeNull()
  expect(templatesInForce(all).map(({ id }) => id)).toEqual(['icbc', 'ccb', 'cmb', 'boc'])
})

it('a template whose fixed text could be an account is none', () => {
  const columns = [
    ...icbc.columns,
    { heading: '账号', content: { kind: 'text', text: '11 0000' }, maxLength: null, isRequired: false },
  ]
  expect(bankTemplateSchema.safeParse({ ...icbc, columns }).success).toBe(false)
})
