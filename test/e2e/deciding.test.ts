import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import { caseIs, nextInQueue, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { FINANCE, OPS, OPS_MANAGER, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage({ undoSeconds: 60 })

/** A queue, and one decision of it that is given in a form. */
interface Queue {
  readonly name: 'applications' | 'listings' | 'deposits' | 'bank/lines'
  readonly user: string
  readonly search: Readonly<Record<string, unknown>>
  /** Opens the form. */
  readonly key: string
  /** Completes the form; answers the field that then holds this text. */
  readonly fill: (page: Page) => Promise<{ readonly label: string; readonly text: string }>
  /** A colleague decides the same case, so that the form is of no use any more. */
  readonly elsewhere: (stage: Stage, id: string) => Promise<unknown>
  /** Who that was, and what the desk says of it. */
  readonly said: RegExp
}

async function note(page: Page) {
  await verdictForm(page).getByRole('checkbox').last().check()
  const written = { label: '内部备注', text: '电话已说明。' }
  await verdictForm(page).getByLabel(written.label).fill(written.text)
  return written
}

const refusal = { reasons: ['other'], noteToVendor: '', internalNote: '' }

const QUEUES: readonly Queue[] = [
  {
    name: 'applications',
    user: OPS,
    search: { statuses: ['in_review'] },
    key: 'r',
    fill: note,
    elsewhere: async ({ platform }, id) => {
      const manager = await Colleague.signIn(platform.url, OPS_MANAGER)
      return manager.decide('application.reject', await manager.application(id), refusal)
    },
    said: /陈思远 .*已驳回/,
  },
  {
    name: 'listings',
    user: OPS,
    search: { statuses: ['in_review'] },
    key: 'r',
    fill: note,
    elsewhere: async ({ platform }, id) => {
      const manager = await Colleague.signIn(platform.url, OPS_MANAGER)
      return manager.decide('listing.reject', await manager.listingVersion(id), refusal)
    },
    said: /陈思远 .*已驳回/,
  },
  {
    name: 'bank/lines',
    user: FINANCE,
    search: { statuses: ['open'] },
    key: 'n',
    fill: async (page) => {
      await verdictForm(page).getByRole('button', { name: '手续费' }).click()
      const written = { label: '备注', text: '月结手续费' }
      await verdictForm(page).getByLabel(written.label).fill(written.text)
      return written
    },
    elsewhere: async ({ platform }, id) => {
      const finance = await Colleague.signIn(platform.url, FINANCE)
      const line = (await finance.records('bankLine')).find((each) => each.id === id)
      if (line === undefined) throw new Error('The line is not there.')
      const target = { kind: 'other', what: 'charge' } as const
      return finance.decide('deposit.match', line, {
        parts: [{ target, amount: line.amount, reasons: [] }],
        note: '',
      })
    },
    said: /刘芳 .*已认领/,
  },
  {
    name: 'deposits',
    user: FINANCE,
    search: { statuses: ['refundable'] },
    key: 'q',
    fill: async (page) => {
      const written = { label: '理由', text: '合作终止，来函申请' }
      await verdictForm(page).getByLabel(written.label).fill(written.text)
      return written
    },
    elsewhere: async ({ platform }, id) => {
      const finance = await Colleague.signIn(platform.url, FINANCE)
      const deposit = (await finance.records('depositObligation')).find((each) => each.id === id)
      if (deposit === undefined) throw new Error('The deposit is not there.')
      return finance.decide('deposit.request-refund', deposit, {
        amount: 1,
        reason: '另一窗口申请',
        payee: {
          route: 'elsewhere',
          name: '青云科技',
          account: '622588012345678901',
          bank: '招商银行',
          evidence: '开户许可证 J1000',
          attachments: [],
        },
      })
    },
    said: /刘芳 .*已申请退还/,
  },
]

for (const queue of QUEUES) {
  test(`${queue.name}: a key opens the form in view with the focus in its first field; Ctrl+Enter submits and the next case opens; z takes it back, and what was written with it`, async (stage) => {
    const page = await stage.signedIn(queue.user)
    for (const [width, height] of [
      [1024, 700],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      await openQueue(page, queue.name, queue.search)
      await openRow(page, rows(page).first())
      await part(page, '决定').getByRole('button').first().waitFor()
      await page.keyboard.press(queue.key)
      await firstFieldHasFocus(page)
      expect(await isInView(page)).toBe(true)
      // What the form is about stays in view beside it.
      expect(await shareOfCase(page)).toBeLessThan(0.62)
      await page.keyboard.press('Escape')
      await verdictForm(page).waitFor({ state: 'detached' })
    }
    const first = await opened(page)
    const next = await nextInQueue(page)
    await page.keyboard.press(queue.key)
    const written = await queue.fill(page)
    await page.keyboard.press('Control+Enter')
    await caseIs(page, next)

    await page.keyboard.press('z')
    await page
      .getByRole('status', { name: '刚才的决定' })
      .getByText(/^已撤销/)
      .waitFor()
    // By the list, as somebody would: a page that is loaded anew may leave before what it kept has been sent.
    await page.locator(`tr[id$="${first}"]`).click()
    await page.waitForURL((url) => url.pathname.endsWith(first))
    await part(page, '决定').getByRole('button').first().waitFor()
    await page.keyboard.press(queue.key)
    await firstFieldHasFocus(page)
    expect(await verdictForm(page).getByLabel(written.label).inputValue()).toBe(written.text)
  })

  test(`${queue.name}: a form whose case has moved on closes, says who did what, and keeps what was written`, async (stage) => {
    const page = await stage.signedIn(queue.user)
    await openQueue(page, queue.name, queue.search)
    await openRow(page, rows(page).last())
    await part(page, '决定').getByRole('button').first().waitFor()
    await page.keyboard.press(queue.key)
    await queue.fill(page)
    const outcome = await queue.elsewhere(stage, await opened(page))
    expect(outcome).toMatchObject({ kind: 'applied' })
    const notice = page.getByRole('alert').filter({ hasText: '表单已关闭' })
    await notice.getByText(queue.said).waitFor()
    await notice.getByText('您写的内容已保留').waitFor()
    expect(await verdictForm(page).count()).toBe(0)
  })

  test(`${queue.name}: Enter opens a case and decides nothing`, async (stage) => {
    const page = await stage.signedIn(queue.user)
    await openQueue(page, queue.name, queue.search)
    const { id } = await openRow(page, rows(page).first())
    await part(page, '决定').getByRole('button').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/wide=true/)
    expect(await opened(page)).toBe(id)
    expect(await page.getByRole('status', { name: '刚才的决定' }).innerText()).toBe('')
  })
}

test('several decisions are counted in one place, which covers neither the list nor the foot of the case', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['submitted'] })
  for (let at = 0; at < 2; at += 1) {
    await openRow(page, rows(page).first())
    const row = rows(page).first()
    const id = await row.getAttribute('id')
    await page.keyboard.press('s')
    await page.locator(`[id="${id}"]`).waitFor({ state: 'detached' })
  }
  const told = page.getByRole('status', { name: '刚才的决定' })
  await told.getByText(/^2 项决定 · /).waitFor()
  const strip = await told.boundingBox()
  const list = await page.getByRole('grid').boundingBox()
  expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual(list?.y ?? 0)
  await page.keyboard.press('z')
  await told.getByText(/^已撤销/).waitFor()
  await page.keyboard.press('z')
  await told.getByRole('button').waitFor({ state: 'detached' })
})

test('a form stays open where its command is still possible, and says that the case changed', async (stage) => {
  const page = await stage.signedIn(OPS)
  await openQueue(page, 'applications', { statuses: ['in_review'] })
  const { id } = await openRow(page, rows(page).first())
  await part(page, '决定').getByRole('button').first().waitFor()
  await page.keyboard.press('r')
  await firstFieldHasFocus(page)
  const manager = await Colleague.signIn(stage.platform.url, OPS_MANAGER)
  const given = { assignee: 'op-chensiyuan' }
  expect(await manager.decide('application.assign', await manager.application(id), given)).toMatchObject({
    kind: 'applied',
  })
  const notice = verdictForm(page).getByRole('alert')
  await notice.getByText(/陈思远 .*已分配/).waitFor()
  await notice.getByText('仍可提交').waitFor()
})

async function opened(page: Page): Promise<string> {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Waits until the first field of the open form has the focus. */
async function firstFieldHasFocus(page: Page): Promise<void> {
  await verdictForm(page).waitFor()
  await page.waitForFunction(() => {
    const form = document.querySelector('form[aria-label]')
    const field = form?.querySelector('input:not([type=hidden]):not(:disabled), textarea')
    return field !== null && field !== undefined && field === document.activeElement
  })
}

/** Whether the form, its submit button and the field with the focus are wholly on the screen. */
async function isInView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const form = document.querySelector('form[aria-label]')
    const parts = [form, form?.querySelector('button[type=submit]'), document.activeElement]
    return parts.every((part) => {
      const box = part?.getBoundingClientRect()
      return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= window.innerHeight + 1
    })
  })
}

/** How much of the case's height its open form takes. */
async function shareOfCase(page: Page): Promise<number> {
  return page.evaluate(() => {
    const form = document.querySelector('form[aria-label]')
    return (
      (form?.getBoundingClientRect().height ?? 0) / (form?.parentElement?.getBoundingClientRect().height ?? 1)
    )
  })
}

test('all exact lines are accepted after a look, and taken back as one', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'bank/lines')
  const open = page.getByRole('button', { name: /^认领全部完全一致的（\d+）$/ })
  const exact = Number(/（(\d+)）/.exec((await open.textContent()) ?? '')?.[1])
  expect(exact).toBeGreaterThan(1)
  await open.click()
  await part(page, '将要做什么').getByRole('checkbox').first().uncheck()
  await verdictForm(page)
    .getByRole('button', { name: `认领 ${exact - 1} 笔` })
    .click()
  await page.getByRole('button', { name: '认领全部完全一致的（1）' }).waitFor()
  await page.getByText(`已认领 · ${exact - 1} 笔完全一致`).waitFor()
  await page.keyboard.press('z')
  await page.getByRole('button', { name: `认领全部完全一致的（${exact}）` }).waitFor()
})
