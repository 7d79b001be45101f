import { expect, test } from 'vitest'
import { startOptions } from '../../../tools/start/options.ts'

test('without arguments the reference platform is started and the browser opened', () => {
  expect(startOptions([])).toEqual({
    ...{ platform: null, data: null, port: null },
    ...{ open: true, plainHttp: false, fresh: false },
  })
})

test('another platform, folder and port can be named, and the browser left alone', () => {
  const args = ['--platform', 'https://market.example', '--data', '/data', '--port', '8080', '--no-open']
  expect(startOptions(args)).toEqual({
    platform: 'https://market.example',
    data: '/data',
    port: 8080,
    open: false,
    plainHttp: false,
    fresh: false,
  })
})

test('a demo that begins anew is none of a platform elsewhere', () => {
  expect(startOptions(['--fresh'])).toMatchObject({ fresh: true })
  expect(() => startOptions(['--fresh', '--platform', 'https://market.example'])).toThrow('--fresh')
})

test.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', 'http'],
  ['--platform', 'market'],
  ['--platform', 'file:///etc'],
])('%s %s is refused with a reason', (name, value) => {
  expect(() => startOptions([`${name}=${value}`])).toThrow(name)
})

test('an unknown option is refused', () => {
  expect(() => startOptions(['--prot', '1'])).toThrow('--prot')
})
