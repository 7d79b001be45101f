import { expect, test } from 'vitest'
import { cookieValue, refusal } from '#main/browser-host/local-guard.ts'
import { placeAt } from '#main/browser-host/place.ts'

const place = placeAt(7421)

test('a request under our own name is let in, with our Origin or without one', () => {
  expect(refusal({ host: '127.0.0.1:7421' }, place, false)).toBeNull()
  expect(refusal({ host: '127.0.0.1:7421', origin: 'http://127.0.0.1:7421' }, place, true)).toBeNull()
})

test.each([
  'evil.example:7421',
  'evil.example',
  '127.0.0.1',
  '127.0.0.1:7422',
  'localhost:7421',
  '127.0.0.1:7421.evil.example',
  '',
])('a name that was pointed at this machine is known by its Host: %s', (host) =>
  expect(refusal({ host }, place, false)).toBe('wrong-host'),
)

test.each(['http://evil.example', 'http://127.0.0.1:9999', 'https://127.0.0.1:7421', 'null', ''])(
  'a page from elsewhere is known by its Origin: %s',
  (origin) => expect(refusal({ host: place.authority, origin }, place, false)).toBe('wrong-origin'),
)

test('an upgrade without an Origin is refused', () => {
  expect(refusal({ host: place.authority }, place, true)).toBe('wrong-origin')
})

test('a cookie is found by its whole name', () => {
  const headers = { cookie: 'xmarketdesk-7421=a; marketdesk-7421=b=c; marketdesk-74211=d' }
  expect(cookieValue(headers, 'marketdesk-7421')).toBe('b=c')
  expect(cookieValue(headers, 'marketdesk-7')).toBeNull()
  expect(cookieValue({}, 'marketdesk-7421')).toBeNull()
})
