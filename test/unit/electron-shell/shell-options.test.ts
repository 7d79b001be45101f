import { expect, test } from 'vitest'
import { shellOptions } from '#main/electron-shell/shell-options.ts'

test('platform and data folder are read from among the switches of Chromium', () => {
  const argv = [
    'electron',
    '.',
    '--enable-logging',
    '--platform',
    'https://market.example',
    '--data',
    '/data',
  ]
  expect(shellOptions(argv)).toEqual({
    platformUrl: 'https://market.example',
    dataFolder: '/data',
    plainHttp: false,
  })
})

test('an address that is not http is refused', () => {
  expect(() => shellOptions(['electron', '.', '--platform', 'file:///etc'])).toThrow()
})
