import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import {
  caseIs,
  confirmed,
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
import { AUDITOR, OPS, OPS_MANAGER, testOnStage as test } from './harness/stage.ts'

test('with the platform stopped everything is read and decided; the decision survives kill -9 and arrives exactly once', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  await stage.platform.kill()
  await page.getByText('离线').first().waitFor()
  const found = await findCase(page, () => meetsAll(page))
  const next = await nextInQueue(page)
  await decision(page, '批准').click()
  await verdictForm(page).getByRole('button', { name: '批准入驻' }).click()
  await caseIs(page, next)
  await page.goto(`${stage.console.origin}/sync`)
  const outbox = part(page, '发件箱').getByRole('row').filter({ hasText: found.name })
  await outbox.getByText('待同步').waitFor()

  await stage.console.kill()
  await stage.console.start()
  await page.reload()
  await outbox.getByText('待同步').waitFor()
  await openCase(page, 'applications', found.id)
  await page.getByText(/已批准，.* 提交，等待平台确认/).waitFor()

  await stage.platform.start()
  await confirmed(page, '待签约')
  await page.goto(`${stage.console.origin}/sync`)
  await page.getByText('所有决定都已送达').waitFor()
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  expect(await auditor.audited('application.approve', found.id)).toHaveLength(1)
})

test('a case that changed meanwhile comes back with both versions, and is decided again', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  await stage.platform.kill()
  await page.getByText('离线').first().waitFor()
  const { id, name } = await openRow(page, rows(page).first())
  await decision(page, '驳回').click()
  await verdictForm(page).getByRole('checkbox').last().check()
  await verdictForm(page).getByLabel('内部备注').fill('离线时写下。')
  await verdictForm(page)
    .getByRole('button', { name: /^驳回，/ })
    .click()
  await openCase(page, 'applications', id)
  await page.getByText(/已驳回，.* 提交，等待平台确认/).waitFor()
  await stage.console.kill()

  await stage.platform.start()
  const manager = await Colleague.signIn(stage.platform.url, OPS_MANAGER)
  const assigned = await manager.decide('application.assign', await manager.application(id), {
    assignee: 'op-chensiyuan',
  })
  expect(assigned.kind).toBe('applied')
  await stage.console.start()
  await page.goto(`${stage.console.origin}/sync`)
  const returned = part(page, '被退回的决定').getByRole('article').filter({ hasText: name })
  await returned.getByText('离线时写下。').waitFor()
  const changed = returned.getByRole('row').filter({ hasText: '处理人' })
  await changed.locator('del').waitFor()
  expect(await changed.locator('ins').innerText()).not.toBe(await changed.locator('del').innerText())

  await returned.getByRole('link', { name: '打开并重新决定', exact: true }).click()
  await page.getByRole('alert').getByRole('button', { name: '重新决定' }).click()
  expect(await verdictForm(page).getByLabel('内部备注').inputValue()).toBe('离线时写下。')
  await verdictForm(page)
    .getByRole('button', { name: /^驳回，/ })
    .click()
  await openCase(page, 'applications', id)
  await confirmed(page, '已驳回')
  await page.goto(`${stage.console.origin}/sync`)
  await page.getByText('没有被退回的决定').waitFor()
  const auditor = await Colleague.signIn(stage.platform.url, AUDITOR)
  expect(await auditor.audited('application.reject', id)).toHaveLength(1)
})

test('the sync page shows position and age, gives a certificate, and rebuilds the copy', async (stage) => {
  const page = await stage.signedIn(OPS)
  await page.goto(`${stage.console.origin}/sync`)
  const state = part(page, '状态')
  await state.getByText('已同步').waitFor()
  expect(await state.locator('dd').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\d[\d,]*$/),
      expect.stringMatching(/\d{2}:\d{2}.*\(.+\)/),
    ]),
  )
  const proof = part(page, '一致性证明')
  await proof.getByRole('button', { name: '核对' }).click()
  await proof.getByRole('row').filter({ hasText: '入驻申请' }).getByText('一致', { exact: true }).waitFor()
  expect(await proof.getByText('不一致').count()).toBe(0)
  const copied = await proof.getByRole('row').filter({ hasText: '入驻申请' }).innerText()

  const rebuild = part(page, '重建本机数据')
  await rebuild.getByRole('button', { name: '重建本机数据…' }).click()
  await rebuild.getByRole('button', { name: '确认重建' }).click()
  await rebuild.getByRole('button', { name: '重建本机数据…' }).waitFor()
  await state.getByText('已同步').waitFor()
  await proof.getByRole('button', { name: '核对' }).click()
  await proof.getByText('位置').nth(1).waitFor()
  expect(await proof.getByRole('row').filter({ hasText: '入驻申请' }).innerText()).toBe(copied)
  expect(await proof.getByText('不一致').count()).toBe(0)
})
