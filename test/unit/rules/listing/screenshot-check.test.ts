import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import { completeMetadata, jpeg, png } from '#test/fixtures/build-package.ts'
import { inShort, judgedWith } from './listing-desk.ts'

const withList = (lines: readonly string[]) =>
  completeMetadata.replace(/screenshots:\n(?: {2}- .*\n)+/, `screenshots: ${JSON.stringify(lines)}\n`)
const at = (name: string) => `./static/screenshots/${name}`

test('three screenshots are enough, two are not', async () => {
  const metadata = withList([at('1.png'), at('2.png')])
  const findings = await judgedWith({ 'extension.yaml': metadata, 'static/screenshots/3.jpg': null })
  expect(inShort(findings)).toEqual(['must listing.screenshots.minimum'])
  expect(findings[0]?.message.en).toBe('Too few screenshots: at least 3 are needed, 2 found')
})

test('a screenshot that is HTML does not count, whatever its name is', async () => {
  const findings = await judgedWith({
    'static/screenshots/2.png': '<!DOCTYPE html><script>alert(1)</script>',
  })
  expect(inShort(findings)).toEqual(['must listing.screenshots.minimum', 'must listing.screenshots.format'])
  expect(findings[1]).toMatchObject({ place: 'static/screenshots/2.png' })
  expect(findings[1]?.message.zh).toContain('text/html')
})

test.each([
  ['GIF', Buffer.from('GIF89a______')],
  ['WebP', Buffer.from('RIFF____WEBPVP8 ')],
  ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['PDF', Buffer.from('%PDF-1.7')],
  ['a PNG signature alone', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a JPEG without a frame', jpeg.subarray(0, 8)],
  ['nothing', Buffer.alloc(0)],
])('%s named .png is a finding', async (_name, content) => {
  expect(inShort(await judgedWith({ 'static/screenshots/2.png': content }))).toContain(
    'must listing.screenshots.format',
  )
})

test('a JPG named .png is a JPG', async () => {
  expect(await judgedWith({ 'static/screenshots/3.jpg': png(30), 'static/screenshots/2.png': jpeg })).toEqual(
    [],
  )
})

test('three copies of one picture are one screenshot', async () => {
  const findings = await judgedWith({
    'static/screenshots/2.png': png(10),
    'static/screenshots/3.jpg': png(10),
  })
  expect(inShort(findings)).toEqual([
    'must listing.screenshots.minimum',
    'should listing.screenshots.duplicate',
  ])
})

test('addresses count, and their content is to be looked at', async () => {
  const urls = ['1', '2', '3'].map((name) => `https://files.example.cn/${name}.png`)
  const none = {
    'static/screenshots/1.png': null,
    'static/screenshots/2.png': null,
    'static/screenshots/3.jpg': null,
  }
  const findings = await judgedWith({ ...none, 'extension.yaml': withList(urls) })
  expect(inShort(findings)).toEqual(['info listing.screenshots.address'])
})

describe('screenshots uploaded apart', () => {
  const urls = ['1', '2', '3'].map((name) => `https://files.example.cn/${name}.png`)
  const addressed = {
    'static/screenshots/1.png': null,
    'static/screenshots/2.png': null,
    'static/screenshots/3.jpg': null,
    'extension.yaml': withList(urls),
  }
  const uploaded = (pictures: readonly Uint8Array[]) => ({
    uploads: pictures.map((bytes, index) => ({
      url: urls[index] ?? '',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      image: readImageInfo(bytes),
    })),
  })

  test('are judged by their content, and then there is nothing left to look at', async () => {
    expect(await judgedWith(addressed, uploaded([png(1), png(2), jpeg]))).toEqual([])
  })

  test('do not count where they are no JPG or PNG, whatever their names are', async () => {
    const findings = await judgedWith(addressed, uploaded([png(1), Buffer.from('GIF89a______'), jpeg]))
    expect(inShort(findings)).toEqual(['must listing.screenshots.minimum', 'must listing.screenshots.format'])
    expect(findings[1]).toMatchObject({
      place: urls[1],
      message: { en: expect.stringContaining('image/gif') },
    })
  })

  test('count once where they are the same picture', async () => {
    expect(inShort(await judgedWith(addressed, uploaded([png(1), png(1), jpeg])))).toEqual([
      'must listing.screenshots.minimum',
      'should listing.screenshots.duplicate',
    ])
  })

  test('leave an address elsewhere to be looked at', async () => {
    expect(inShort(await judgedWith(addressed, uploaded([png(1), png(2)])))).toEqual([
      'info listing.screenshots.address',
    ])
  })
})

test('one address listed three times is one screenshot', async () => {
  const none = {
    'static/screenshots/1.png': null,
    'static/screenshots/2.png': null,
    'static/screenshots/3.jpg': null,
  }
  const url = 'https://files.example.cn/1.png'
  const findings = await judgedWith({ ...none, 'extension.yaml': withList([url, url, url]) })
  expect(findings[0]?.message.en).toContain('1 found')
})

test('a listed file that is not there is a finding', async () => {
  expect(inShort(await judgedWith({ 'static/screenshots/2.png': null }))).toEqual([
    'must listing.screenshots.minimum',
    'must listing.screenshots.file-missing',
  ])
})

test('a file that is not listed counts, but should be listed', async () => {
  expect(inShort(await judgedWith({ 'extension.yaml': withList([at('1.png'), at('2.png')]) }))).toEqual([
    'should listing.screenshots.unlisted',
  ])
})

test('a listed file outside the folder counts, but should be moved', async () => {
  const metadata = withList([at('1.png'), at('2.png'), './static/3.png'])
  const changes = { 'extension.yaml': metadata, 'static/screenshots/3.jpg': null, 'static/3.png': png(30) }
  expect(inShort(await judgedWith(changes))).toEqual(['should listing.screenshots.folder'])
})
