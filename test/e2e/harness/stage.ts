import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { DEMO_ACCOUNTS } from '#platform/demo/demo-accounts.ts'
import { ConsoleProgram } from './console-program.ts'
import { copyDemo } from './demo-data.ts'
import { PlatformProgram } from './platform-program.ts'

/** For one thing to appear on the screen of a busy machine. */
const STEP_TIMEOUT_MS = 45_000

/** Users of the demo platform; see src-platform/demo/demo-accounts.ts. */
export const OPS = 'ops@demo.example.cn'
export const OPS_MANAGER = 'ops-manager@demo.example.cn'
export const FINANCE = 'finance@demo.example.cn'
export const APPROVER = 'approver@demo.example.cn'
/** A second person where one proposes and another adopts. */
export const APPROVER_2 = 'approver2@demo.example.cn'
export const ADMIN = 'admin@demo.example.cn'
export const ADMIN_2 = 'admin2@demo.example.cn'
export const SUPPORT = 'support@demo.example.cn'
export const AUDITOR = 'auditor@demo.example.cn'

export interface StageSetting {
  /** How long a decision can be undone before it leaves; at once, unless undoing is what a test is about. */
  readonly undoSeconds?: number
}

/** A test with a stage of its own. When it fails, a picture of each open page is left in test-results/. */
export function testOnStage(
  name: string,
  run: (stage: Stage) => Promise<void>,
  setting: StageSetting = {},
): void {
  test(name, async () => {
    const stage = await Stage.open(setting)
    try {
      await run(stage)
    } catch (error) {
      await stage.savePictures(name)
      throw error
    } finally {
      await stage.close()
    }
  })
}

/** As `testOnStage`, with one stage for all tests of a file, which follow each other on its data. */
export function testsOnOneStage(
  setting: StageSetting = {},
): (name: string, run: (stage: Stage) => Promise<void>) => void {
  let stage: Stage | null = null
  beforeAll(async () => {
    stage = await Stage.open(setting)
  })
  afterAll(() => stage?.close())
  return (name, run) => {
    test(name, async () => {
      if (stage === null) throw new Error('The stage did not open.')
      try {
        await run(stage)
      } catch (error) {
        await stage.savePictures(name)
        throw error
      } finally {
        await stage.closePages()
      }
    })
  }
}

/** A platform, a console and a browser, all real, with data of their own. */
export class Stage {
  readonly folder: string
  readonly platform: PlatformProgram
  readonly console: ConsoleProgram
  readonly browser: Browser

  private constructor(folder: string, platform: PlatformProgram, console: ConsoleProgram, browser: Browser) {
    this.folder = folder
    this.platform = platform
    this.console = console
    this.browser = browser
  }

  static async open({ undoSeconds = 0 }: StageSetting): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'marketdesk-e2e-'))
    const browser = chromium.connect(process.env.MARKETDESK_E2E_BROWSER ?? '')
    await copyDemo(folder)
    const platform = await PlatformProgram.start(folder)
    const console = await ConsoleProgram.start(folder, { platformUrl: platform.url, undoSeconds })
    return new Stage(folder, platform, console, await browser)
  }

  /** The page of a new browser, let in by a fresh address unless one is named. */
  async page(address?: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(STEP_TIMEOUT_MS)
    await page.goto(address ?? (await this.console.freshAddress()))
    await page.waitForURL(`${this.console.origin}/**`)
    return page
  }

  /** The page of a demo user who has signed in, as soon as the frame of the desk is there. */
  async signedIn(email: string): Promise<Page> {
    const page = await this.page()
    const frame = page.getByRole('navigation', { name: '导航' })
    const address = page.locator('input[type=email]')
    await frame.or(address).waitFor()
    if (await frame.isVisible()) {
      await page.getByRole('button', { name: /^用户菜单/ }).click()
      if (await page.getByText(email).isVisible()) {
        await page.keyboard.press('Escape')
        return page
      }
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      const anyway = page.getByRole('button', { name: '仍然退出' })
      await address.or(anyway).waitFor()
      if (await anyway.isVisible()) await anyway.click()
    }
    await address.fill(email)
    await page.locator('input[type=password]').fill('marketdesk-demo')
    await page.keyboard.press('Enter')
    const code = page.locator('input[autocomplete=one-time-code]')
    await frame.or(code).waitFor()
    const secret = DEMO_ACCOUNTS.find((account) => account.email === email)?.factorSecret
    if (secret !== undefined) {
      await code.fill(generateSync({ secret }))
      await page.keyboard.press('Enter')
    }
    await frame.waitFor()
    return page
  }

  /** Closes every browser that was let in; platform and console stay. */
  async closePages(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()))
  }

  async savePictures(name: string): Promise<void> {
    const title = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
    await mkdir('test-results', { recursive: true })
    const pages = this.browser.contexts().flatMap((context) => context.pages())
    for (const [at, page] of pages.entries()) {
      await page.screenshot({ path: join('test-results', `${title}-${at + 1}.png`) }).catch(() => {})
    }
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.console.stop()
    await this.platform.stop()
    await rm(this.folder, { recursive: true, force: true })
  }
}
