import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AS_DESIGNED,
  isShown,
  orderOf,
  tableLayoutSchema,
  withMoved,
  withShown,
} from '#renderer/table/layout.ts'

const columns = [
  { id: 'name', fixed: true },
  { id: 'marketplace' },
  { id: 'status' },
  { id: 'updatedAt', hiddenAtFirst: true },
]

describe('the layout of a table', () => {
  test('starts as designed', () => {
    expect(orderOf(columns, AS_DESIGNED)).toEqual(['name', 'marketplace', 'status', 'updatedAt'])
    expect(columns.filter((column) => isShown(column, AS_DESIGNED)).map((column) => column.id)).toEqual([
      'name',
      'marketplace',
      'status',
    ])
  })

  test('keeps a column that is newer than it beside its designed neighbour', () => {
    expect(orderOf(columns, { ...AS_DESIGNED, order: ['status', 'name', 'updatedAt'] })).toEqual([
      'status',
      'name',
      'marketplace',
      'updatedAt',
    ])
  })

  test('forgets a column that is gone', () => {
    expect(orderOf(columns, { ...AS_DESIGNED, order: ['gone', 'status'] })).not.toContain('gone')
  })

  test('never hides the column that names the row', () => {
    expect(isShown({ id: 'name', fixed: true }, withShown(AS_DESIGNED, 'name', false))).toBe(true)
  })

  test('a moved column steps over the next one on screen', () => {
    const hidden = withShown(AS_DESIGNED, 'marketplace', false)
    expect(orderOf(columns, withMoved(columns, hidden, 'status', -1))).toEqual([
      'status',
      'name',
      'marketplace',
      'updatedAt',
    ])
    expect(withMoved(columns, AS_DESIGNED, 'name', -1)).toBe(AS_DESIGNED)
  })

  test('whatever is done to it, every column stays in it once and it can be stored', () => {
    const id = fc.constantFrom('name', 'marketplace', 'status', 'updatedAt')
    const step = fc.oneof(
      fc.tuple(fc.constant('move' as const), id, fc.constantFrom(-1 as const, 1 as const)),
      fc.tuple(fc.constant('show' as const), id, fc.boolean()),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const layout = steps.reduce(
          (before, [what, column, how]) =>
            what === 'move' ? withMoved(columns, before, column, how) : withShown(before, column, how),
          AS_DESIGNED,
        )
        expect(orderOf(columns, layout).toSorted()).toEqual(['marketplace', 'name', 'status', 'updatedAt'])
        expect(tableLayoutSchema.safeParse(layout).success).toBe(true)
      }),
    )
  })
})
