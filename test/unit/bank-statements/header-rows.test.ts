import { describe, expect, test } from 'vitest'
import { anyBank } from '#shared/bank-statements/layouts/any-bank.ts'
import { LAYOUTS } from '#shared/bank-statements/layouts/layouts.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { foldName } from '#shared/bank-statements/table/fold-name.ts'
import { csv, statementOf } from './statement-files.ts'

/**
 * Header rows as public importers name them, with rows of our own. `in` comes first, `out` second; both amounts and
 * their balances are the same everywhere, so that what is read wrongly shows.
 */
const IN = {
  amount: '5,000.00',
  balance: '15,000.00',
  name: '上海示例甲科技有限公司',
  account: '31050161364000001234',
}
const OUT = {
  amount: '15.00',
  balance: '14,985.00',
  name: '北京示例乙软件有限公司',
  account: '0200001109000000002',
}
const SAID = '保证金 入驻'

type Cell =
  | 'date'
  | 'time'
  | 'in'
  | 'out'
  | 'amount'
  | 'signed'
  | 'flag'
  | 'balance'
  | 'name'
  | 'account'
  | 'said'
  | 'own'
  | 'serial'
  | 'ccy'
  | 'kind'
  | 'no'
  | ''

const VALUES: Readonly<Record<Exclude<Cell, ''>, (row: 'in' | 'out') => string>> = {
  date: (row) => (row === 'in' ? '2026-11-02' : '2026-11-03'),
  time: (row) => (row === 'in' ? '09:12:33' : '10:00:00'),
  in: (row) => (row === 'in' ? IN.amount : ''),
  out: (row) => (row === 'out' ? OUT.amount : ''),
  amount: (row) => (row === 'in' ? IN.amount : OUT.amount),
  signed: (row) => (row === 'in' ? IN.amount : `-${OUT.amount}`),
  flag: (row) => (row === 'in' ? '贷' : '借'),
  balance: (row) => (row === 'in' ? IN.balance : OUT.balance),
  name: (row) => (row === 'in' ? IN.name : OUT.name),
  account: (row) => (row === 'in' ? IN.account : OUT.account),
  said: () => SAID,
  own: () => '6217000000000000001',
  serial: (row) => (row === 'in' ? 'S1' : 'S2'),
  ccy: () => '人民币',
  kind: () => '转账',
  no: (row) => (row === 'in' ? '1' : '2'),
}

/** `name:cell` pairs; a name alone is a column that nobody reads and that is empty here. */
const BANKS: readonly (readonly [string, string])[] = [
  [
    '农业银行（新）',
    '交易时间:date 收入金额:in 支出金额:out 账户余额:balance 交易行名 对方省市 对方账号:account 对方户名:name 交易用途:said',
  ],
  [
    '农业银行（旧）',
    '交易日期:date 交易时间戳:time 收入金额:in 支出金额:out 本次余额:balance 手续费总额 交易方式:kind 交易行名 交易类别 对方省市 对方账号:account 对方户名:name 交易说明 交易摘要 交易附言:said',
  ],
  [
    '农业银行（手机）',
    '交易日期:date 交易时间:time 交易金额:signed 本次余额:balance 对方户名:name 对方账号:account 交易行 交易渠道 交易类型:kind 交易用途:said 交易摘要',
  ],
  [
    '交通银行',
    '交易时间:date 借方(支出):out 贷方(收入):in 余额:balance 对方账号:account 对方户名:name 摘要:said',
  ],
  [
    '中信银行',
    '交易日期:date 交易时间:time 对方账号:account 对方账户名称:name 对方开户行 借方发生额:out 贷方发生额:in 账户余额:balance 摘要:kind 附言:said',
  ],
  [
    '中信银行（账号在列）',
    '账号:own 账号名称 币种:ccy 交易日:date 对方账号:account 对方账户名称:name 起息日 借方金额:out 贷方金额:in 余额:balance 摘要:said',
  ],
  [
    '光大银行',
    '交易日期:date 交易时间:time 借方金额（支出）:out 贷方金额（收入）:in 账户余额:balance 对方账号:account 对方名称:name 摘要:said',
  ],
  [
    '浦发银行',
    '交易日期:date 交易时间:time 申请日期 凭证号 借方金额:out 贷方金额:in 余额:balance 对方账号:account 对方户名:name 对方行名 交易流水号:serial 摘要:said',
  ],
  [
    '平安银行',
    '交易日期:date 账号:own 借:out 贷:in 账户余额:balance 对方账户:account 对方账户名称:name 交易流水号:serial 摘要:kind 用途:said',
  ],
  [
    '平安银行（旧）',
    '交易时间:date 账号:own 币种:ccy 收入:in 支出:out 冲正标志 账户余额:balance 对方账号:account 对方户名:name 摘要:said',
  ],
  [
    '华夏银行',
    '序号:no 交易日期:date 交易时间:time 支出金额:out 收入金额:in 余额:balance 对方账号:account 对方户名:name 摘要:said',
  ],
  [
    '广发银行',
    '流水号:serial 交易时间:date 支出金额:out 收入金额:in 账户余额:balance 对方账户:account 对方户名:name 摘要附言:said',
  ],
  [
    '北京银行',
    '序号:no 交易日期:date 币种:ccy 支出金额:out 收入金额:in 余额:balance 对方户名:name 对方账号:account 对方行名 凭证种类 凭证号码 摘要:kind 备注1:said 备注2 备注3 交易流水号:serial',
  ],
  [
    '北京银行（对手方）',
    '序号:no 交易时间:date 币种:ccy 借方发生额:out 贷方发生额:in 余额:balance 对手方:name 对手方账号:account 摘要:said',
  ],
  [
    '上海银行',
    '交易流水号:serial 交易时间:time 记账日期:date 交易方向:flag 交易金额:amount 余额:balance 对手账号:account 对手户名:name 摘要:said',
  ],
  [
    '宁波银行',
    '流水号:serial 交易账号:own 交易日期:date 对方账号:account 对方户名:name 借方金额:out 贷方金额:in 余额:balance 用途:said',
  ],
  [
    '江苏银行',
    '序号:no 本方账号:own 交易日期:date 对方账号:account 对方户名:name 借贷标记:flag 交易金额:amount 账户余额:balance 摘要:said',
  ],
  [
    '南京银行',
    '交易日期:date 收入:in 支出:out 账户余额:balance 对方账号:account 对方户名:name 对方行名 摘要:said',
  ],
  ['苏州银行', '交易日期:date 收入:in 支出:out 余额:balance 对方户名:name 对方账号:account 摘要:said'],
  [
    '嘉兴银行',
    '本方账号:own 对方账号:account 对方户名:name 交易时间:date 借/贷:flag 借方发生额:out 贷方发生额:in 账户余额:balance 摘要:said',
  ],
  [
    '泰隆银行',
    '序号:no 交易时间:date 对方账号:account 对方户名:name 对方开户行 支出金额:out 收入金额:in 账户余额:balance 摘要:kind 附言:said',
  ],
  [
    '农商银行',
    '交易日期:date 对方户名:name 收入金额:in 支出金额:out 余额:balance 账号:own 币种:ccy 对方账号:account 用途:said 附言 核心流水号:serial',
  ],
  [
    '国家开发银行',
    '账号:own 户名 交易时间:date 借方发生额（支取）:out 贷方发生额（收入）:in 余额:balance 币种:ccy 对方户名:name 对方账号:account 对方开户机构 摘要:said',
  ],
  [
    '进出口银行',
    '记账日期:date 借方发生额(支取):out 贷方发生额(收入):in 余额:balance 币种:ccy 对方户名:name 对方账号:account 对方开户机构 业务发起时间 摘要:said',
  ],
  [
    '民生银行',
    '交易日期:date 主机交易流水号:serial 借方发生额:out 贷方发生额:in 账户余额:balance 凭证号 摘要:said 对方账号:account 对方账号名称:name 对方开户行 交易时间:time',
  ],
  [
    '兴业银行',
    '交易日期:date 主机交易流水号:serial 借方发生额/元（支取）:out 贷方发生额/元（收入）:in 账户余额/元:balance 对方户名:name 对方账号:account 摘要:said',
  ],
  [
    '工商银行（新）',
    '交易日期:date 账号:own 储种 序号:no 币种:ccy 钞汇 摘要:said 地区 收入/支出金额:signed 余额:balance 对方户名:name 对方账号:account 渠道',
  ],
  [
    '东亚银行',
    '交易日期:date 交易时间:time 币种:ccy 支出金额:out 收入金额:in 手续费 利息 税费 余额:balance 交易类型:kind 交易流水号:serial 交易描述/对方:said',
  ],
  [
    '财资平台',
    '交易时间:date 本方户名 本方账号:own 收入:in 支出:out 账户余额:balance 对方户名:name 对方账号:account 币种:ccy 交易备注:said 交易类型:kind',
  ],
  [
    '香港（繁体）',
    '交易日期:date 交易詳情:kind 存入:in 提取:out 結餘:balance 貨幣:ccy 對方戶名:name 對方帳號:account 備註:said 戶口號碼:own',
  ],
  [
    '台湾（繁体）',
    '帳務日期:date 交易時間:time 幣別:ccy 摘要:kind 支出金額:out 存入金額:in 帳戶餘額:balance 轉入/轉出帳號 說明:said 交易序號:serial 帳號:own',
  ],
  ['两地（借貸）', '記賬日期:date 借貸標誌:flag 交易金額:amount 賬戶餘額:balance 對方戶名:name 附言:said'],
  [
    '支付公司账户',
    '入账时间:date 入账金额:in 出账金额:out 余额:balance 对方账号:account 对方户名:name 对方开户行名 摘要:kind 附言:said',
  ],
]

describe.each(BANKS)('the columns of %s', (_bank, written) => {
  const columns = written.split(' ').map((each) => {
    const [name = '', cell = ''] = each.split(/:(?=[a-z]+$)/)
    return { name, cell: cell as Cell }
  })
  const has = (cell: Cell) => columns.some((column) => column.cell === cell)
  const row = (of: 'in' | 'out') => columns.map(({ cell }) => (cell === '' ? '' : VALUES[cell](of)))

  test('are read, every one that is filled, and prove the amounts', async () => {
    const { sections, unread, skipped } = await statementOf(
      csv([columns.map(({ name }) => name), row('in'), row('out')]),
    )
    const [section] = sections
    expect(skipped).toEqual([])
    expect(unread).toEqual([])
    expect(section?.lines.map(balanceEffect)).toEqual([500_000, -1500])
    expect(section && proveSection(section).verdict).toBe('proven')
    const [first, second] = section?.lines ?? []
    for (const [line, of] of [
      [first, IN],
      [second, OUT],
    ] as const) {
      if (has('name')) expect(line?.counterpartyName).toBe(of.name)
      if (has('account')) expect(line?.counterpartyAccount).toBe(of.account)
      expect([line?.summary, line?.purpose, line?.remark]).toContain(SAID)
    }
    if (has('own')) expect(section?.account).toBe('6217000000000000001')
    if (has('serial')) expect(first?.serial).toBe('S1')
    if (has('time')) expect(first?.bookedTime).toBe('09:12:33')
    if (has('ccy')) expect(section?.currency).toBe('CNY')
  })
})

test('every column name of every layout is written as names are compared', () => {
  const names = [anyBank, ...LAYOUTS].flatMap(({ signature, columns }) => [
    ...signature,
    ...Object.values(columns).flat(),
  ])
  expect(names.filter((name) => foldName(name) !== name)).toEqual([])
})

test('a bank is named only where it was recognised: the same columns under another heading are nobody’s', async () => {
  const table = (...above: string[][]) =>
    csv([
      ...above,
      ['序号', '交易日期', '支出金额', '收入金额', '余额', '对方账号', '对方户名'],
      ['1', '2026-11-02', '', '5.00', '5.00', '1', '甲'],
    ])
  expect((await statementOf(table(['北京银行交易明细']))).format).toBe('any-bank')
  expect((await statementOf(table())).format).toBe('any-bank')
  expect((await statementOf(table(['中国邮政储蓄银行对公账户交易明细']))).format).toBe('psbc-history')
})
