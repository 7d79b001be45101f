import { describe, expect, it } from 'vitest'
import { loadNoticeTemplates } from '#node/resources/load-notice-templates.ts'
import { OCCASIONS_BY_COMMAND } from '#shared/contracts/console-platform/occasions-by-command.ts'
import { noticeAddressSchema } from '#shared/contracts/console-platform/records/notice.ts'
import {
  renderNotice,
  type TemplateTexts,
  templateTextsSchema,
  unknownPlaceholders,
} from '#shared/rules/notices/notice-template.ts'
import { exampleValues, OCCASIONS, placeholdersOf } from '#shared/rules/notices/occasions.ts'
import { templateInForce } from '#shared/rules/notices/template-in-force.ts'

const wording = (subject: string, body: string): TemplateTexts => ({
  zh: { subject, body },
  en: { subject, body },
})
const same = (text: string) => ({ zh: text, en: text })

describe('a template of notices', () => {
  it('comes with the program for every occasion, in both languages, and is filled in whole by its placeholders', async () => {
    const shipped = await loadNoticeTemplates()
    expect(shipped.map(({ occasion }) => occasion).sort()).toEqual([...OCCASIONS].sort())
    for (const { occasion, texts } of shipped) {
      const { zh, en } = renderNotice(texts, exampleValues(occasion))
      for (const { subject, text } of [zh, en]) expect(`${subject}${text}`, occasion).not.toMatch(/[{}]/)
      for (const name of placeholdersOf(occasion)) {
        const all = JSON.stringify(texts)
        expect(all, `${occasion} says its ${name}`).toContain(`{{${name}}}`)
      }
    }
  })

  it('names no word that its occasion has not, and leaves no brace open', () => {
    const unknown = (body: string) => unknownPlaceholders('receipt-issued', wording('收据', body))
    expect(unknown('{{provider}} {{ amount }} {{receiptNumber}}')).toEqual([])
    expect(unknown('{{months}} {{Amount}} {{constructor}}')).toEqual([
      '{{months}}',
      '{{Amount}}',
      '{{constructor}}',
    ])
    expect(unknown('{{amount} and }}')).toEqual(['{{', '}}'])
  })

  it('leaves out a line of which every placeholder is empty, and says nothing twice', () => {
    const texts = wording('{{provider}}', '您好\n\n说明：{{note}}\n\n{{provider}} {{note}}')
    const { zh } = renderNotice(texts, { provider: same('云栈'), note: same('') })
    expect(zh).toEqual({ subject: '云栈', text: '您好\n\n云栈 ' })
  })

  it('puts what a record says in once: braces in it are text', () => {
    const values = { provider: same('{{note}} $& $1'), note: same('密') }
    expect(renderNotice(wording('{{provider}}', '{{provider}}'), values).zh.text).toBe('{{note}} $& $1')
  })

  it('has a subject of one line, whatever the record says', () => {
    const { zh } = renderNotice(wording('通知 {{provider}}', '正文'), {
      provider: same('云栈\r\nBcc: other@example.cn\u2028x'),
    })
    expect(zh.subject).toBe('通知 云栈 Bcc: other@example.cn x')
    expect(templateTextsSchema.safeParse(wording('两\n行', '正文')).success).toBe(false)
  })

  it('is that of the marketplace, else that for all, else what came with the program', () => {
    const texts = wording('a', 'b')
    const set = [
      { occasion: 'receipt-issued', marketplace: '', number: 2, texts },
      { occasion: 'receipt-issued', marketplace: '', number: 1, texts },
      { occasion: 'receipt-issued', marketplace: 'huawei', number: 1, texts },
      { occasion: 'payout-paid', marketplace: 'aliyun', number: 9, texts },
    ] as const
    const shipped = [{ occasion: 'receipt-issued', texts }] as const
    const which = (marketplace: string, of: readonly (typeof set)[number][] = set) => {
      const found = templateInForce(of, shipped, 'receipt-issued', marketplace)
      return found && [found.marketplace, found.number]
    }
    expect(which('huawei')).toEqual(['huawei', 1])
    expect(which('aliyun')).toEqual(['', 2])
    expect(which('aliyun', [])).toEqual(['', 0])
    expect(templateInForce([], [], 'receipt-issued', '')).toBeNull()
  })
})

it('every occasion but the calls of interfaces and a day that passes is brought about by some command', () => {
  const brought = new Set(Object.values(OCCASIONS_BY_COMMAND).flat())
  expect(OCCASIONS.filter((occasion) => !brought.has(occasion))).toEqual([
    'deposit-overdue',
    'interface-call-failed',
    'interface-failures',
  ])
})

it.each([
  'a@b.cn\r\nBcc: c@d.cn',
  'a b@c.cn',
  'a..b@c.cn',
  '"a"@c.cn',
  'a@c',
  '<a@c.cn>',
  'a@c.cn,d@e.cn',
  'a@-c.cn',
  '.a@c.cn',
  '',
])('a mail goes to no address like %j', (address) => {
  expect(noticeAddressSchema.safeParse(address).success).toBe(false)
})

it.each(['wang@example.cn', 'wang.li+desk@mail.example.com.cn', 'a@b.cn'])('a mail goes to %s', (address) => {
  expect(noticeAddressSchema.safeParse(address).success).toBe(true)
})
