import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { find, findByKind } from '#main/engine/queries/find.ts'
import {
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const named = (name: string) => sampleApplication({ applicant: sampleApplicant({ name }) })
const applications = ['云栈', '云栈科技', '北京云栈科技有限公司', '数澜'].map(named)
const listing = sampleListing({ name: 'log-lake', title: { zh: '日志湖', en: 'Log Lake' } })
const version = sampleVersion(listing)
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  desk.put('provider', [sampleProvider({ name: '云栈科技' })])
  desk.put('application', [...applications, ...Array.from({ length: 300 }, (_, n) => named(`海量公司${n}`))])
  desk.put('listing', [listing])
  desk.put('listingVersion', [version])
  desk.index()
})
afterAll(() => desk.close())

const titles = (text: string, limit = 20) => find(desk.desk(), text, limit).map(({ title }) => title)

describe('the palette', () => {
  it('ranks a name that equals the text before one that begins with it before one that contains it', () => {
    expect(titles('云栈')).toEqual(['云栈', '云栈科技', '云栈科技', '北京云栈科技有限公司'])
  })

  it('finds by a single Chinese character', () => {
    expect(titles('澜')).toEqual(['数澜'])
  })

  it('finds a listing by either title and by its name', () => {
    for (const text of ['日志', 'log lake', 'LOG-LAKE', 'lake']) {
      expect(find(desk.desk(), text, 5)).toEqual([
        {
          kind: 'listingVersion',
          id: version.id,
          within: null,
          title: '日志湖',
          subtitle: 'log-lake 1.0.0 · 云栈科技',
          marketplace: 'kubesphere',
          status: 'in_review',
          pending: false,
          amount: null,
          matched: expect.objectContaining({ text: expect.stringMatching(/日志湖|log/i) }),
        },
        {
          kind: 'listing',
          id: listing.id,
          within: listing.providerId,
          title: '日志湖',
          subtitle: 'log-lake · 云栈科技',
          marketplace: 'kubesphere',
          status: 'draft',
          pending: false,
          amount: null,
          matched: expect.objectContaining({ text: expect.stringMatching(/日志湖|log/i) }),
        },
      ])
    }
  })

  it('finds a record by its id and by the beginning of it, in small letters too', () => {
    const [first] = applications
    expect(find(desk.desk(), first?.id ?? '', 5).map(({ id }) => id)).toEqual([first?.id])
    expect(find(desk.desk(), (first?.id ?? '').toLowerCase(), 5).map(({ id }) => id)).toEqual([first?.id])
    expect(find(desk.desk(), 'provider-1', 5).map(({ kind }) => kind)).toEqual(['provider'])
  })

  it('never gives more than asked for, however many match', () => {
    expect(titles('公司', 7)).toHaveLength(7)
  })

  it('finds nothing for a text of blanks and signs, and breaks on none', () => {
    for (const text of ['', '  ', '"', '%', '*', "'; --", '？！', '"OR"', 'NEAR(', '\u0000']) {
      expect(() => titles(text)).not.toThrow()
    }
    expect(titles('  ')).toEqual([])
  })

  it('ranks a name that is read as the letters before one that has them somewhere', () => {
    const own = deskUnderTest()
    own.put('provider', [sampleProvider({ name: '重庆云栈' })])
    own.put('listing', [
      sampleListing({ name: 'acqx', title: { zh: '数据湖', en: 'Lake' } }),
      sampleListing({ name: 'cq-edge', title: { zh: '边缘', en: 'Edge' } }),
    ])
    own.index()
    const found = find(own.desk(), 'cq', 5).map(({ matched }) => matched.text)
    own.close()
    expect(found).toEqual(['cq-edge', '重庆云栈', 'acqx'])
  })

  it('finds names by how they are read, and marks what matched', () => {
    const found = find(desk.desk(), 'yunzhan', 5).map(({ matched }) => matched)
    expect(found).toEqual([
      { text: '云栈', from: 0, to: 2 },
      { text: '云栈科技', from: 0, to: 2 },
      { text: '云栈科技', from: 0, to: 2 },
      { text: '北京云栈科技有限公司', from: 2, to: 4 },
    ])
    expect(find(desk.desk(), 'l', 1)[0]?.matched).toEqual({ text: 'log-lake', from: 0, to: 1 })
  })

  it('gives the same by kind, so many of each, and says where there are more', () => {
    const groups = findByKind(desk.desk(), '公司', 3)
    expect(groups.map(({ kind, hits, more }) => [kind, hits.length, more])).toEqual([
      ['application', 3, true],
    ])
    expect(
      findByKind(desk.desk(), '云栈', 5).map(({ kind, hits, more }) => [kind, hits.length, more]),
    ).toEqual([
      ['application', 3, false],
      ['provider', 1, false],
    ])
  })

  it('looks only among the kinds it is asked for', () => {
    expect(find(desk.desk(), '云栈', 9, ['provider']).map(({ kind }) => kind)).toEqual(['provider'])
    expect(findByKind(desk.desk(), '云栈', 9, ['listing'])).toEqual([])
  })
})
