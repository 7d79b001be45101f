import { describe, expect, it } from 'vitest'
import {
  keptSearch,
  renamedView,
  savedViewsSchema,
  showsView,
  withView,
} from '#renderer/queue/saved-views.ts'
import { AS_DESIGNED } from '#renderer/table/layout.ts'

const view = (name: string, search: object = {}) => ({
  name,
  search: keptSearch(search),
  layout: AS_DESIGNED,
})

describe('the views a person named', () => {
  it('keep filter and order, and neither the open case nor its width', () => {
    expect(keptSearch({ text: '云', sort: 'name', desc: undefined, wide: true, tab: 'diff' })).toEqual({
      text: '云',
      sort: 'name',
    })
  })

  it('are shown as the present one whatever the order of the address', () => {
    const kept = view('我的', { marketplaces: ['huawei'], text: '云' })
    expect(showsView(kept, { text: '云', marketplaces: ['huawei'], wide: true })).toBe(true)
    expect(showsView(kept, { text: '云' })).toBe(false)
  })

  it('give way to one of the same name, and are not renamed to a name that is taken', () => {
    const two = withView([view('甲', { text: '1' })], view('乙'))
    expect(withView(two, view('甲', { text: '2' })).map(({ name, search }) => [name, search])).toEqual([
      ['乙', {}],
      ['甲', { text: '2' }],
    ])
    expect(renamedView(two, '甲', '乙').map(({ name }) => name)).toEqual(['甲', '乙'])
    expect(renamedView(two, '甲', ' 丙 ').map(({ name }) => name)).toEqual(['丙', '乙'])
    expect(renamedView(two, '甲', '  ').map(({ name }) => name)).toEqual(['甲', '乙'])
  })

  it('are read back from what was kept; columns of a broken layout are as designed; anything else is none', () => {
    expect(savedViewsSchema.parse([{ ...view('甲'), layout: { order: 3 } }])).toEqual([view('甲')])
    for (const bad of [null, {}, [{ name: '' }], [{ ...view('甲'), name: '长'.repeat(41) }]]) {
      expect(savedViewsSchema.safeParse(bad).success).toBe(false)
    }
  })
})
