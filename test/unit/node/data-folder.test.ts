import { expect, test } from 'vitest'
import { dataFolder } from '#node/data-folder.ts'

const linux = { platform: 'linux', env: {}, home: '/home/zhou' } as const

test('data lies where the operating system wants it', () => {
  expect(dataFolder(linux)).toBe('/home/zhou/.local/share/marketdesk')
  expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/xdg' } })).toBe('/xdg/marketdesk')
  expect(dataFolder({ ...linux, platform: 'darwin' })).toBe(
    '/home/zhou/Library/Application Support/Marketdesk',
  )
  expect(dataFolder({ ...linux, platform: 'win32', env: { LOCALAPPDATA: '/local' } })).toBe(
    '/local/Marketdesk',
  )
})

test('MARKETDESK_DATA wins', () => {
  expect(dataFolder({ ...linux, env: { MARKETDESK_DATA: '/data', XDG_DATA_HOME: '/xdg' } })).toBe('/data')
})
