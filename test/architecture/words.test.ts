import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** Words that have another word for the same thing, and the one that screens, files and the command line use. */
const INSTEAD: Readonly<Record<string, string>> = {
  余额调节表: '收支核对',
  调节表: '收支核对',
  未达: '未认领',
  无建议: '未认领',
  匹配: '认领',
  对上: '认领',
  勾对: '认领',
  待对账: '未认领',
  退款: '退还 (of a deposit)',
  超期: '逾期',
  快到期: '即将到期',
  云市场: '市场',
  未配置: '未设定',
  错汇: '误汇款',
  注册资本: '注册资金',
  供应商: '服务商',
  财务审批: '财务复核',
}

/** Where other people's words stand: what banks write, what the sample data says, what people type. */
const OTHERS_WORDS = [
  'src-shared/words/synonyms.ts',
  'src-shared/rules/bank-matching/',
  'src-shared/bank-statements/',
  'src-platform/demo/',
]

/** Of an order, and of nothing else, a refund is one. */
const OF_ORDERS = [
  'src-shared/words/orders.ts',
  'src-shared/words/settlement.ts',
  'src-shared/words/books.ts',
  'src-shared/words/settlement-book.ts',
  'src-shared/descriptions/settlement.ts',
  'src-shared/rules/order-files/order-terms.ts',
  'src-shared/words/contacts.ts',
  'src-shared/words/interface-calls.ts',
  'src-renderer/i18n/zh/orders.ts',
  'src-renderer/i18n/zh/boards.ts',
]

const ours = sourceFiles().filter(
  ({ path }) => path.startsWith('src-') && !OTHERS_WORDS.some((folder) => path.startsWith(folder)),
)

test('one word for one thing: no text says what has another word', () => {
  const found = ours.flatMap(({ path, code }) =>
    Object.entries(INSTEAD)
      .filter(([word]) => code.includes(word) && !(word === '退款' && OF_ORDERS.includes(path)))
      .map(([word, instead]) => `${path}: ${word}, say ${instead}`),
  )
  expect(found).toEqual([])
})

test('English texts say provider, not vendor', () => {
  const texts = ours.filter(({ path }) => path.startsWith('src-renderer/i18n/en/'))
  const found = texts.flatMap(({ path, code }) =>
    [...code.matchAll(/\b(the|a|of|What|our) vendors?\b|'Vendors?'/gi)].map(([word]) => `${path}: ${word}`),
  )
  expect(found).toEqual([])
})
