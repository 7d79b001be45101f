import type { WebContents } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { EngineSupervisor } from '#main/electron-shell/engine-supervisor.ts'
import { ENGINE_PORT_MESSAGES } from '#shared/contracts/console-engine/transport.ts'
import { ContentsDouble, electronDouble, PortDouble } from './electron-double.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electronModule())

const START = {
  kind: 'start',
  platformUrl: 'http://127.0.0.1:1',
  dataFolder: '/data',
  vaultKey: new Uint8Array(32),
} as const

let clock = 0
const giveUp = vi.fn()
let engine: EngineSupervisor
const newest = () => electronDouble.forked.at(-1)

beforeEach(() => {
  clock = 0
  giveUp.mockReset()
  electronDouble.forked.length = 0
  engine = new EngineSupervisor({ program: 'engine-process.js', start: START, now: () => clock, giveUp })
})

test('the engine is started in a process of its own and told where and with which key', () => {
  expect(electronDouble.forked).toHaveLength(1)
  expect(newest()?.told).toEqual([{ message: START, ports: [] }])
})

test('a page gets one end of a channel, the engine the other', () => {
  const contents = new ContentsDouble()
  engine.connect(contents as unknown as WebContents)
  expect(newest()?.told.at(-1)).toEqual({ message: { kind: 'page' }, ports: [new PortDouble('engine side')] })
  expect(contents.postMessage).toHaveBeenCalledWith(ENGINE_PORT_MESSAGES.give, null, [
    new PortDouble('page side'),
  ])
})

test('an engine that falls is started again, five times in ten minutes and no more', () => {
  for (let fall = 0; fall < 5; fall++) newest()?.emit('exit', 1)
  expect(electronDouble.forked).toHaveLength(6)
  expect(giveUp).not.toHaveBeenCalled()
  newest()?.emit('exit', 1)
  expect(electronDouble.forked).toHaveLength(6)
  expect(giveUp).toHaveBeenCalledOnce()
})

test('falls of long ago are forgotten', () => {
  for (let fall = 0; fall < 20; fall++) {
    clock += 5 * 60_000
    newest()?.emit('exit', 1)
  }
  expect(electronDouble.forked).toHaveLength(21)
  expect(giveUp).not.toHaveBeenCalled()
})

test('an engine that was told to stop is not started again', async () => {
  const stopped = engine.stop()
  expect(newest()?.told.at(-1)?.message).toEqual({ kind: 'stop' })
  newest()?.emit('exit', 0)
  await stopped
  expect(electronDouble.forked).toHaveLength(1)
  expect(giveUp).not.toHaveBeenCalled()
})

test('stopping after the engine was given up ends at once', async () => {
  for (let fall = 0; fall < 6; fall++) newest()?.emit('exit', 1)
  await expect(engine.stop()).resolves.toBeUndefined()
})
