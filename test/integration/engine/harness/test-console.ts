import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '#main/engine/engine.ts'
import { type EngineOptions, startEngine } from '#main/engine/start-engine.ts'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import type { Workspace } from '#main/engine/workspace.ts'
import type { ManualClock } from './manual-clock.ts'
import { emailOf, PASSWORD, PLATFORM_URL, type TestPlatform } from './test-platform.ts'

export interface TestConsole {
  readonly engine: Engine
  readonly folder: string
  /** Errors the engine could not place. */
  readonly reported: unknown[]
  workspace(): Workspace
  signIn(operator: string): Promise<Workspace>
  /** `kill -9`: a new console on what the disk held at this instant. The old one must not be used any more. */
  killAndRestart(more?: Partial<EngineOptions>): Promise<TestConsole>
  close(): Promise<void>
}

export async function startTestConsole(
  platform: TestPlatform,
  clock: ManualClock,
  more: Partial<EngineOptions> = {},
  dataFolder?: string,
): Promise<TestConsole> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'marketdesk-console-')))
  const reported: unknown[] = []
  const { packs, tables } = platform.platform.policies
  const engine = await startEngine({
    platformUrl: PLATFORM_URL,
    dataFolder: folder,
    version: '0.0.0',
    device: 'test',
    policies: { packs, tables },
    keys: fileKeyStore(join(folder, 'keys')),
    secrets: fileSecretStore(join(folder, 'keys')),
    report: (error) => reported.push(error),
    fetcher: platform.fetcher,
    clock,
    random: () => 0.5,
    ...more,
  })
  const workspace = () => {
    const open = engine.workspace()
    if (open === null) throw new Error('nobody is signed in')
    return open
  }
  const close = async () => {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    engine,
    folder,
    reported,
    workspace,
    close,
    signIn: async (operator) => {
      await engine.session.signIn(emailOf(operator), PASSWORD)
      await workspace().sync.now()
      return workspace()
    },
    killAndRestart: async (others = {}) => {
      const copy = await mkdtemp(join(tmpdir(), 'marketdesk-console-'))
      await cp(folder, copy, { recursive: true })
      await close()
      return startTestConsole(platform, clock, { ...more, ...others }, copy)
    },
  }
}
