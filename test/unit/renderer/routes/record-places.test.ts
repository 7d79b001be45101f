import { describe, expect, it } from 'vitest'
import { placeOf } from '#renderer/routes/record-places.ts'
import { COMMAND_TYPES, COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { RECORD_KIND_NAMES } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'

const everything: readonly Role[] = ['auditor']
const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

describe('the place of a record', () => {
  it.each(RECORD_KIND_NAMES)('of kind %s is known, and its address names what is shown there', (kind) => {
    const place = placeOf({ kind, id, within: 'within' }, everything)
    const isWithin = ['listing', 'bankStatement', 'settlementLine', 'settledOrders'].includes(kind)
    const named = isWithin ? 'within' : id
    expect(JSON.stringify({ ...place?.params, ...place?.search })).toContain(named)
  })

  it.each(COMMAND_TYPES)('of a waiting or returned %s follows from the kind and id of its record', (type) => {
    const kind = COMMANDS[type].about
    const place = placeOf({ kind, id, within: null }, everything)
    expect(JSON.stringify(place)).toContain(id)
    expect(place?.to === '/listings/$id').toBe(kind === 'listingVersion')
  })

  it('is nowhere for a role that does not see what is shown there', () => {
    const at = (kind: 'bankLine' | 'bankAccount' | 'bankStatement' | 'depositObligation') =>
      placeOf({ kind, id, within: 'account' }, ['support'])
    expect([at('bankLine'), at('bankAccount'), at('bankStatement'), at('depositObligation')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
