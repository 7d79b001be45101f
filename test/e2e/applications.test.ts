import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_VENDOR_KEY } from '#platform/demo/demo-accounts.ts'
import { png } from '#test/fixtures/build-package.ts'
import { sampleApplicant } from '#test/integration/platform/sample-records.ts'
import { vendorTool } from '#test/integration/platform/vendor-tool.ts'
import { Colleague } from './harness/colleague.ts'
import {
  caseIs,
  confirmed,
  counts,
  decision,
  findCase,
  meetsAll,
  nextInQueue,
  openCase,
  openQueue,
  openRow,
  part,
  rows,
  verdictForm,
} from './harness/desk.ts'
import { AUDITOR, FINANCE, OPS, testOnStage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('an application that meets every condition is reviewed, approved, signed and opened; after the approval the next case opens', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications')
  const found = await findCase(page, async () => (await meetsAll(page)) && (await stands(page, '待受理')))
  const next = await nextInQueue(page)
  await decision(page, '开始审核').click()
  await decision(page, '批准').click()
  await verdictForm(page).getByLabel('内部备注').fill('材料齐全。')
  await verdictForm(page).getByRole('button', { name: '批准入驻' }).click()
  await caseIs(page, next)

  await openCase(page, 'applications', found.id)
  const contracts = part(page, '协议')
  const total = Number(/\/ (\d+)/.exec(await counts(page, '协议'))?.[1])
  for (let signed = 1; signed <= total; signed += 1) {
    await contracts.getByRole('button', { name: '登记签署' }).first().click()
    await verdictForm(page)
      .getByRole('button', { name: /^登记《/ })
      .click()
    await contracts.getByText(`${signed} / ${total}`).waitFor()
  }
  await confirmed(page, '待缴保证金')
  await waiveDeposits(stage.platform.url, found.id)
  await decision(page, '开通').click()
  await openCase(page, 'applications', found.id)
  await confirmed(page, '已入驻')
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  expect(await auditor.application(found.id)).toMatchObject({ status: 'open', version: 4 + total })
  expect(await auditor.audited('application.approve', found.id)).toHaveLength(1)
  expect(await auditor.audited('application.record-contract', found.id)).toHaveLength(total)
})

/** What finance does so that an application can be opened. */
async function waiveDeposits(url: string, applicationId: string): Promise<void> {
  const finance = await Colleague.signIn(url, FINANCE)
  const { providerId } = await finance.application(applicationId)
  for (const deposit of await finance.records('depositObligation')) {
    if (deposit.providerId !== providerId) continue
    const waiver = { reason: '总部批准的推广期', until: '2099-12-31' }
    expect(await finance.decide('deposit.waive', deposit, waiver)).toMatchObject({ kind: 'applied' })
  }
}

testOnStage(
  'an approval is undone within its seconds and never reaches the platform',
  async (stage) => {
    const page = await stage.signedIn(OPS)
    await openQueue(page, 'applications', { statuses: ['in_review'] })
    const found = await findCase(page, () => meetsAll(page))
    await decision(page, '批准').click()
    await verdictForm(page).getByRole('button', { name: '批准入驻' }).click()
    const told = page.getByRole('status', { name: '刚才的决定' })
    await told.getByText(`已批准 · ${found.name}`).waitFor()
    await told.getByRole('button', { name: '撤销' }).click()
    await told.getByText('已撤销').waitFor()
    await openCase(page, 'applications', found.id)
    await confirmed(page, '审核中')
    await page.goto(`${stage.console.origin}/sync`)
    await page.getByText('所有决定都已送达').waitFor()
    const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
    expect(await auditor.audited('application.approve', found.id)).toEqual([])
  },
  { undoSeconds: 60 },
)

test('a failing condition shows sentence, value, requirement and remedy, and bars approval', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  await findCase(page, async () => !(await meetsAll(page)))
  const failing = part(page, '入驻条件').locator('li[data-verdict="fail"]').first()
  await failing.getByText('不通过').waitFor()
  expect(await failing.locator('q').innerText()).toMatch(/\p{Script=Han}/u)
  expect(await failing.locator('dd').allInnerTexts()).not.toContain('')
  await failing.getByLabel('如何补救').waitFor()
  expect(await decision(page, '批准').isDisabled()).toBe(true)
  await part(page, '决定')
    .getByText(/项不通过，不能批准/)
    .waitFor()
})

test('a request for changes starts from the failed conditions and tells the vendor what to mend', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  const found = await findCase(page, async () => !(await meetsAll(page)))
  const failed = Number(/(\d+) 项不通过/.exec(await counts(page, '入驻条件'))?.[1])
  const titles = await part(page, '入驻条件').locator('li[data-verdict="fail"]').count()
  expect(titles).toBe(failed)
  await decision(page, '要求补充').click()
  const form = verdictForm(page)
  expect(await form.getByRole('checkbox', { checked: true }).count()).toBe(failed)
  await form
    .getByRole('checkbox', { name: /^常用语/ })
    .first()
    .check()
  const note = await form.getByLabel('给服务商的说明').inputValue()
  expect(note.split('\n').length).toBeGreaterThan(failed + 1)
  await form.getByRole('button', { name: `退回给服务商，${failed} 项不通过，另 1 条` }).click()
  await openCase(page, 'applications', found.id)
  await confirmed(page, '待补充')
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  const told = (await auditor.application(found.id)).history.at(-1)
  expect(told).toMatchObject({
    action: 'application.request-changes',
    noteToVendor: note,
    internalNote: null,
  })
  expect(told?.reasons).toHaveLength(failed + 1)
})

test('a rejection needs a reason and ends the application', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  const found = await findCase(page, async () => true)
  await decision(page, '驳回').click()
  const form = verdictForm(page)
  for (const ticked of await form.getByRole('checkbox', { checked: true }).all()) await ticked.uncheck()
  await form.getByText('至少选一条理由').waitFor()
  expect(await form.getByRole('button', { name: /^驳回/ }).isDisabled()).toBe(true)
  await form.getByRole('checkbox').last().check()
  await form.getByRole('button', { name: '驳回，列明 1 条理由' }).click()
  await openCase(page, 'applications', found.id)
  await confirmed(page, '已驳回')
  await part(page, '决定').getByText('已驳回；服务商须重新申请').waitFor()
})

test('a document is shown in place, beside the conditions', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['submitted'] })
  const documents = part(page, '证明文件').getByRole('button')
  await findCase(page, async () => (await documents.count()) > 0)
  await documents.first().click()
  const viewer = page.getByRole('complementary', { name: /^文件：/ })
  await viewer.getByText('第 1 / 1 页').waitFor()
  await page.waitForFunction(() => {
    const canvas = document.querySelector('aside canvas')
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return false
    const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return new Set(drawn).size > 8
  })
  expect(await part(page, '入驻条件').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })
})

test('an application a vendor hands in appears in the open queue, and its scan is shown as a picture', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/applications?text=海阔`)
  await page.getByText('没有符合条件的申请').waitFor()
  const tool = vendorTool(stage.platform.url, DEMO_VENDOR_KEY)
  await tool.login()
  const scan = png(90, 320, 240)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(scan)]), '营业执照.png')
  const { hash: fileHash } = (await tool.send('POST', '/apis/provider/v1/documents', form)) as {
    hash: string
  }
  const licence = { kind: 'business-licence', fileHash, fileName: '营业执照.png', mediaType: 'image/png' }
  const applicant = sampleApplicant({
    name: '青岛海阔天空数据有限公司',
    documents: [{ ...licence, bytes: scan.length, expiresOn: null }],
  })
  const said = JSON.stringify({ purpose: 'category-extension', applicant })
  await tool.send('POST', '/apis/provider/v1/applications', said)

  await openRow(page, rows(page).first())
  await part(page, '证明文件').getByRole('button').first().click()
  const picture = page.getByRole('complementary', { name: /^文件：/ }).getByAltText(/营业执照.png$/)
  const width = await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))
  expect(width).toBe(320)
})

test('a case whose decision takes it out of the queue is followed by the one below it', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['submitted'] })
  const { name } = await openRow(page, rows(page).nth(3))
  const next = await nextInQueue(page)
  await decision(page, '开始审核').click()
  await page.getByRole('row').filter({ hasText: name }).waitFor({ state: 'detached' })
  await page.keyboard.press('e')
  await caseIs(page, next)
})

async function stands(page: Page, status: string): Promise<boolean> {
  return page.locator('header').getByText(status, { exact: true }).isVisible()
}
