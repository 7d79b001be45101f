import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { parseYuan } from '#shared/money/yuan.ts'
import { Colleague } from './harness/colleague.ts'
import { bytesOf, confirmed, decision, part, rows, verdictForm } from './harness/desk.ts'
import { filesOf } from './harness/invoice-files.ts'
import { APPROVER, FINANCE, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

const SUBMIT = 'Control+Enter'
/** Our account that pays, and how its bank is called where an account is chosen. */
const ACCOUNT = '322056023692'
/** The market whose requests the demo has. */
const MARKET = '金山云'
/** The request of the first test, and what of it the others go by. */
const request = { provider: '', amount: '', address: '' }
const batch = { number: '', address: '' }

interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A person at the keyboard; every key is counted, a written text as one. */
async function atTheKeys(stage: Stage, as: string) {
  const page = await stage.signedIn(as)
  await page.getByText('已同步').first().waitFor()
  let pressed = 0
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    pressed += keys.length
  }
  // The dialog of the system, in which a person moves by keys of its own.
  let files: readonly ChosenFile[] = []
  page.on('filechooser', (dialog) => void dialog.setFiles([...files]))
  const choose = async (...chosen: readonly ChosenFile[]) => {
    files = chosen
    await press('o')
  }
  const write = async (text: string) => {
    await page.keyboard.type(text)
    pressed += 1
  }
  /** Finds an action or a screen by its name and runs it. */
  const run = async (name: string) => {
    await press('Control+k')
    await page.getByRole('combobox', { name: '查找或执行' }).waitFor()
    await write(name)
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor()
    await press('Enter')
  }
  return { page, press, write, run, choose, pressed: () => pressed }
}
type AtTheKeys = Awaited<ReturnType<typeof atTheKeys>>

/** Presses a key until something has the focus; how often is what a person sees too. */
async function until({ press }: AtTheKeys, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await isThere()) return
    await press(key)
  }
  throw new Error(`${key} does not lead there.`)
}

const hasFocus = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)

/** Opens the row of a list that says something. */
async function openRowThatSays({ page, press }: AtTheKeys, words: string): Promise<void> {
  await rows(page).filter({ hasText: words }).first().waitFor()
  const texts = await rows(page).allInnerTexts()
  const at = texts.findIndex((text) => text.includes(words))
  await press(...Array.from({ length: at + 1 }, () => 'j'), 'Enter')
}

test('finance asks for a month, takes its invoice and verifies it by keyboard alone', async (stage) => {
  const desk = await atTheKeys(stage, FINANCE)
  const { page, press, write } = desk
  await desk.run('代为申请提现')
  const form = verdictForm(page)
  await form.getByText(/^有可申请月份的服务商 \d+ 家$/).waitFor()
  const provider = form.getByRole('combobox', { name: '服务商' })
  const checks = part(page, '付款前检查')
  // The others find the request by the provider's name.
  const colleague = await Colleague.signIn(stage.platform.url, FINANCE)
  const names = (await colleague.records('provider'))
    .filter(({ marketplace }) => marketplace === 'ksyun')
    .map((each) => each.name)
  let name = ''
  // Of providers that have a month to ask for, the first with a name of its own whose account is approved and past its hold.
  for (let at = 1; ; at += 1) {
    await write(MARKET)
    await press(...Array.from({ length: at }, () => 'ArrowDown'), 'Enter')
    await until(desk, 'Tab', () => hasFocus(page, 'input[type=checkbox]'))
    await press('Space')
    await checks.getByText('待核实').waitFor()
    name = (await provider.inputValue()).split(' · ')[0] ?? ''
    const isAlone = names.filter((each) => each === name).length === 1
    if (isAlone && (await checks.getByText('不通过').count()) === 0) break
    await until(desk, 'Shift+Tab', () => hasFocus(page, 'input[aria-haspopup=listbox]'))
    await press('Control+a', 'Backspace')
  }
  const [, amount = ''] = /已选 1 个月，共 (¥[\d,.]+)/.exec(await form.innerText()) ?? []
  await press(SUBMIT)
  await form.waitFor({ state: 'detached' })

  await openRowThatSays(desk, amount.slice(1))
  await confirmed(page, '待核对')
  const address = new URL(page.url()).pathname
  Object.assign(request, { provider: name, amount, address })
  const invoices = part(page, '发票')
  await invoices.getByText(`还差 ${amount}`).waitFor()
  await desk.choose(...(await filesOf(stage, page, [parseYuan(amount.slice(1)) ?? 0], 70)))
  await invoices.getByText('合计与申请金额一致').last().waitFor()
  await press(SUBMIT)
  await confirmed(page, '发票已收')

  await press('a')
  await form.waitFor()
  await write('来源未规定，按合作协议第 8 条按月付款')
  await press(SUBMIT)
  await form.waitFor({ state: 'detached' })
  await page.goto(`${stage.console.origin}${address}`)
  await confirmed(page, '待复核')
  // Providers that cannot be asked for are passed over one by one; all else is a few keys a step.
  expect(desk.pressed()).toBeLessThanOrEqual(120)
})

test('an approver approves it, by keyboard alone', async (stage) => {
  const desk = await atTheKeys(stage, APPROVER)
  const { page, press } = desk
  await desk.run('等我复核的提现')
  await openRowThatSays(desk, request.amount.slice(1))
  await decision(page, '复核付款').waitFor()
  await press('a')
  await verdictForm(page)
    .getByRole('button', { name: `批准付款 ${request.amount}` })
    .waitFor()
  await press(SUBMIT)
  await verdictForm(page).waitFor({ state: 'detached' })
  await page.goto(`${stage.console.origin}${request.address}`)
  await confirmed(page, '已批待付')
  expect(desk.pressed()).toBeLessThanOrEqual(20)
})

test('finance pays it in a batch, hands the file to the bank and notes its answer, by keyboard alone', async (stage) => {
  const desk = await atTheKeys(stage, FINANCE)
  const { page, press } = desk
  await desk.run('建立付款批次')
  const form = verdictForm(page)
  await form.getByText('选择付款账户后列出可付的款项').waitFor()
  const account = form.getByLabel('付款账户')
  await until(desk, 'ArrowDown', async () =>
    (await account.locator('option:checked').innerText()).includes(ACCOUNT),
  )
  const format = form.getByLabel('文件格式')
  await until(desk, 'Tab', () => format.evaluate((choice) => choice === document.activeElement))
  await until(desk, 'ArrowDown', async () =>
    (await format.locator('option:checked').innerText()).includes('招商银行'),
  )
  const payment = form.getByRole('checkbox', { name: `${request.provider} 提现` })
  await payment.waitFor()
  await until(desk, 'Tab', () => payment.evaluate((box) => box === document.activeElement))
  await press('Space')
  await form.getByText(`合计 1 笔，${request.amount}`).waitFor()
  await press(SUBMIT)
  await form.waitFor({ state: 'detached' })
  await openRowThatSays(desk, request.amount.slice(1))
  await confirmed(page, '草稿')
  const number = await page.getByRole('heading', { level: 2 }).innerText()
  Object.assign(batch, { number, address: new URL(page.url()).pathname })

  const saved = async (key: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(key)])
    return bytesOf(download)
  }
  const first = await saved('a')
  await confirmed(page, '已生成文件')
  expect((await saved('B')).equals(first)).toBe(true)
  await press('a')
  await form.waitFor()
  await press(SUBMIT)
  await confirmed(page, '已提交银行')
  await press('a')
  await form.getByRole('button', { name: /^选择回盘文件/ }).waitFor()
  const buffer = Buffer.from(`业务参考号,交易状态,失败原因\n${number}-1,成功,\n`, 'utf8')
  await desk.choose({ name: '回盘.csv', mimeType: 'text/csv', buffer })
  await form.getByText('受理 1 笔，处理中 0 笔，退回 0 笔，不明 0 笔').waitFor()
  await press(SUBMIT)
  await confirmed(page, '银行已受理')
  expect(desk.pressed()).toBeLessThanOrEqual(60)
})

test("finance imports the day's statement, accepts the line that paid and sees it paid, by keyboard alone", async (stage) => {
  const desk = await atTheKeys(stage, FINANCE)
  const { page, press, write } = desk
  await desk.run('导入流水')
  await page.getByRole('heading', { name: '把银行流水文件拖到这里' }).waitFor()
  const buffer = Buffer.from(statementPaying(request.provider, request.amount), 'utf8')
  await desk.choose({ name: '付款当日.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '导入 1 笔新流水' }).waitFor()
  for (const each of await part(page, '需要您确认').getByRole('checkbox').all()) {
    await until(desk, 'Tab', () => each.evaluate((box) => box === document.activeElement))
    await press('Space')
  }
  await press(SUBMIT)
  await page.getByText('已提交 1 笔新流水').waitFor()

  await desk.run('到账认领')
  await rows(page).first().waitFor()
  await press('/')
  await write(request.provider)
  await press('Enter')
  await openRowThatSays(desk, request.amount.slice(1))
  await part(page, '去向').getByText(`付款批次 ${batch.number}`).waitFor()
  await press('a')
  await page.goto(`${stage.console.origin}${batch.address}`)
  await confirmed(page, '已结清')
  await page.goto(`${stage.console.origin}${request.address}`)
  await confirmed(page, '已付')
  expect(desk.pressed()).toBeLessThanOrEqual(80)
})

/** Today's statement of our account, with the line that paid. */
function statementPaying(name: string, amount: string): string {
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  const yuan = amount.replaceAll(/[¥,]/g, '')
  const line = [
    ...[`${day}990002`, ACCOUNT, '110020030440000', `${day} 15:00:00`, '借', yuan, '', ''],
    ...['转账支出', '结算付款', name, (9_000_000 - Number(yuan)).toFixed(2), ''],
  ]
  return `[HISTORYDETAIL]
凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息
${line.map((cell) => `"${cell}"`).join(',')}
`
}
