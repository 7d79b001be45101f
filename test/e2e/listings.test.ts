import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { DEMO_VENDOR_KEY } from '#platform/demo/demo-accounts.ts'
import { completeFiles, completeMetadata, type Files, packageOf } from '#test/fixtures/build-package.ts'
import { vendorTool } from '#test/integration/platform/vendor-tool.ts'
import { Colleague } from './harness/colleague.ts'
import { confirmed, decision, openCase, openTab, part, rows, verdictForm } from './harness/desk.ts'
import { AUDITOR, OPS, OPS_MANAGER, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

test('a package the vendor tool pushes appears in the open queue, and goes back with its three findings', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/listings?text=devops`)
  await page.getByText('没有符合条件的上架申请').waitFor()
  const devops = await readFile(new URL('../fixtures/extensions/devops-1.1.3.tgz', import.meta.url))
  const id = await push(stage, 'devops', devops)
  await rows(page).first().click()
  await page.waitForURL(`**/listings/${id}*`)

  await part(page, '检查结果')
    .getByText(/^3 项必改/)
    .waitFor()
  await part(page, '检查结果')
    .getByText(/截图不足：需要至少 3 张，现有 0 张/)
    .waitFor()
  await openTab(page, '截图')
  await page.getByText('包里没有截图').waitFor()
  await decision(page, '开始审核').click()
  await decision(page, '要求修改').click()
  const form = verdictForm(page)
  expect(await form.getByRole('checkbox', { name: /^必改/, checked: true }).count()).toBe(3)
  await form.getByRole('button', { name: '退回给服务商，3 项必改', exact: true }).click()
  await openCase(page, 'listings', id)
  await confirmed(page, '待修改')
  const told = (await (await auditor(stage)).listingVersion(id)).history.at(-1)
  expect(told?.reasons).toEqual([
    'listing.readme.sections.zh',
    'listing.readme.sections.en',
    'listing.screenshots.minimum',
  ])
})

test('a manager overrides a must-finding with a reason, approves and publishes; the next version is shown against it', async (stage) => {
  const { 'static/screenshots/3.jpg': _third, ...two } = completeFiles
  const metadata = completeMetadata.replace('  - ./static/screenshots/3.jpg\n', '')
  const id = await push(stage, 'sample', await packageOf({ ...two, 'extension.yaml': metadata }))
  const page = await stage.signedIn(OPS_MANAGER)
  await openCase(page, 'listings', id)
  await decision(page, '开始审核').click()
  await part(page, '决定').getByText('还有必改项未解决，不能批准').waitFor()
  const finding = part(page, '检查结果').getByRole('listitem').filter({ hasText: '截图不足' })
  await finding.getByRole('button', { name: '豁免' }).click()
  await verdictForm(page)
    .getByLabel(/^豁免理由/)
    .fill('界面只有两页，第三张没有内容。')
  await verdictForm(page).getByRole('button', { name: '豁免此项' }).click()
  await finding.getByText('界面只有两页，第三张没有内容。').waitFor()
  await decision(page, '批准').click()
  await verdictForm(page).getByRole('button', { name: '批准上架' }).click()
  await openCase(page, 'listings', id)
  await decision(page, '上架').click()
  await openCase(page, 'listings', id)
  await confirmed(page, '已上架')
  const live = await (await auditor(stage)).listingVersion(id)
  expect(live).toMatchObject({ status: 'live', overrides: [{ ruleId: 'listing.screenshots.minimum' }] })

  const next = completeMetadata.replace('version: 1.2.0', 'version: 1.3.0').replace('A sample', 'The sample')
  const log = (text: string) => text.replace('v1.2.0', 'v1.3.0')
  const update = await push(
    stage,
    'sample',
    await packageOf({
      ...completeFiles,
      'extension.yaml': next,
      'CHANGELOG_zh.md': log('## v1.2.0\n\n- 新增恢复\n'),
      'CHANGELOG.md': log('## v1.2.0\n\n- Restore\n'),
    }),
  )
  await openCase(page, 'listings', update)
  await openTab(page, '与在售版本对比')
  const changed = part(page, '与在售版本对比').getByRole('row').filter({ hasText: 'version' }).first()
  await changed.getByText('1.2.0').waitFor()
  await changed.getByText('1.3.0').waitFor()
  await part(page, '与在售版本对比').getByRole('cell', { name: 'The sample extension' }).waitFor()
  await openTab(page, '截图')
  for (const name of ['1.png', '2.png']) {
    const picture = part(page, '截图')
      .getByRole('button', { name: new RegExp(`${name}$`) })
      .getByRole('img')
    const width = await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))
    expect(width).toBe(8)
  }
  // Its markers say JPEG, and there is no picture behind them.
  await part(page, '截图')
    .getByRole('listitem')
    .filter({ hasText: '3.jpg' })
    .getByText('内容不是图片')
    .waitFor()
})

test('a hostile README runs nothing and loads nothing', async (stage) => {
  const hostile: Files = {
    ...completeFiles,
    'extension.yaml': completeMetadata.replace('name: sample', 'name: hostile'),
    'README.md': `${completeFiles['README.md']}
<script>window.ran = 'script'</script>

<img src="x" onerror="window.ran = 'onerror'">

[Read more](javascript:window.ran='link') and ![tracked](https://tracker.example/seen.png)

<iframe src="https://tracker.example/frame"></iframe><svg onload="window.ran = 'svg'"></svg>
`,
  }
  const id = await push(stage, 'hostile', await packageOf(hostile, 'hostile'))
  const page = await stage.signedIn(OPS)
  const outside: string[] = []
  page.on('request', (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && new URL(request.url()).origin !== stage.console.origin) {
      outside.push(request.url())
    }
  })
  await openCase(page, 'listings', id)
  await openTab(page, 'README')
  const readme = part(page, 'README').getByRole('article').filter({ hasText: 'README.md' })
  await readme.getByText('Read more').click()
  expect(await readme.locator('script, img, iframe, svg, a[href], [onerror], [onload]').count()).toBe(0)
  expect(await part(page, 'README').getByRole('article').count()).toBe(2)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(outside).toEqual([])
})

/** Pushes and submits a package as the vendor does; answers the id of its case. */
async function push(stage: Stage, name: string, bytes: Uint8Array): Promise<string> {
  const tool = vendorTool(stage.platform.url, DEMO_VENDOR_KEY)
  await tool.login()
  const id = await tool.pushPackage(name, new Uint8Array(bytes))
  await tool.submit(id)
  return id
}

function auditor(stage: Stage): Promise<Colleague> {
  return Colleague.signIn(stage.platform.url, AUDITOR)
}
