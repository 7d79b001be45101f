import { expect, it } from 'vitest'
import { PlainHttpRefused, passAddress } from '#node/plain-http.ts'
import { cli } from '../cli/cli-run.ts'

function pass(address: string, plainHttp: boolean): string[] {
  const warned: string[] = []
  passAddress(address, plainHttp, (text) => warned.push(text))
  return warned
}

it('a platform on another computer is reached by https, or by http only with a flag and a warning', () => {
  for (const address of [
    'https://market.example',
    'http://127.0.0.1:7420',
    'http://localhost:1',
    'http://[::1]:1',
  ]) {
    expect(pass(address, false)).toEqual([])
  }
  for (const address of ['http://market.example', 'http://192.168.1.2:7420', 'http://127.0.0.1.example']) {
    expect(() => pass(address, false)).toThrow(PlainHttpRefused)
    expect(pass(address, true).join()).toContain('not encrypted')
  }
})

it('the command line refuses a platform elsewhere without https in words, and exits 2', async () => {
  const asked = ['sync', '--platform', 'http://market.example', '--email', 'ann@market.example']
  const { code, errors } = await cli(...asked)
  expect(code).toBe(2)
  expect(errors).toContain('add --plain-http')
})
