import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { zipEntries } from '#main/engine/invoices/unzip.ts'
import { bytesOf, openQueue, rows } from './harness/desk.ts'
import { AUDITOR, FINANCE, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()

/** Draws so many payouts by a seed; the entries of the ZIP by their names. */
async function draw(page: Page, count: number, seed: string): Promise<ReadonlyMap<string, Buffer>> {
  await page.getByRole('button', { name: '抽样取证', exact: true }).click()
  const asked = page.getByRole('dialog')
  await asked.getByLabel('笔数').fill(String(count))
  await asked.getByLabel('抽样种子').fill(seed)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: '导出样本' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.zip$/)
  const entries = zipEntries(await bytesOf(download), { bytes: 1e8, entries: 1_000 })
  return new Map(entries.map((entry) => [entry.name, Buffer.from(entry.content())]))
}

function entry(entries: ReadonlyMap<string, Buffer>, end: string): Buffer {
  const found = [...entries].find(([name]) => name.endsWith(end))
  if (found === undefined) throw new Error(`no ${end} among ${[...entries.keys()].join(', ')}`)
  return found[1]
}

test('the auditor draws a sample of payouts and takes away what speaks for each, the same again by the same seed', async (stage) => {
  const page = await stage.signedIn(AUDITOR)
  await openQueue(page, 'payouts')
  await rows(page).first().waitFor()
  await page.getByRole('button', { name: '抽样取证', exact: true }).click()
  const asked = page.getByRole('dialog')
  await asked.getByLabel('抽样种子').fill('')
  await asked.getByText('请填写 1 至 100 的笔数和种子').waitFor()
  expect(await asked.getByRole('button', { name: '导出样本' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')

  const drawn = await draw(page, 2, '第三季度')
  await page.getByText(/已从 \d+ 笔中抽取 2 笔/).waitFor()
  const sample = JSON.parse(entry(drawn, 'sample.json').toString('utf8'))
  expect(sample).toMatchObject({ seed: '第三季度', auditHead: { sequence: expect.any(Number) } })
  expect(sample.population).toBeGreaterThanOrEqual(2)
  const requests = [...drawn].filter(([name]) => name.endsWith('records/request.json'))
  expect(requests).toHaveLength(2)
  for (const [name, bytes] of requests) {
    const folder = name.slice(0, -'records/request.json'.length)
    const request = JSON.parse(bytes.toString('utf8'))
    const beside = [...drawn.keys()].filter((each) => each.startsWith(folder))
    expect(beside.some((each) => each.endsWith('.pdf'))).toBe(true)
    for (const { number } of request.invoices) {
      expect(beside).toContain(`${folder}records/invoice-${number}.json`)
    }
  }
  const ids = (of: ReadonlyMap<string, Buffer>) =>
    [...of].flatMap(([name, bytes]) =>
      name.endsWith('records/request.json') ? [createHash('sha256').update(bytes).digest('hex')] : [],
    )
  expect(ids(await draw(page, 2, '第三季度'))).toEqual(ids(drawn))
  await page.close()
})

test('finance has no sample to draw', async (stage) => {
  const page = await stage.signedIn(FINANCE)
  await openQueue(page, 'payouts')
  await rows(page).first().waitFor()
  expect(await page.getByRole('button', { name: '抽样取证', exact: true }).count()).toBe(0)
  await page.close()
})
