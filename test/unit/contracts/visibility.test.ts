import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import {
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  type RecordKind,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { ROLES, type Role } from '#shared/contracts/console-platform/roles.ts'
import { cutRecord, rolesSeeing, unseenIn } from '#shared/contracts/console-platform/visibility.ts'
import { arbitraryOf } from '#test/unit/descriptions/arbitrary-of.ts'

const everyPair = RECORD_KIND_NAMES.flatMap((kind) => ROLES.map((role) => [kind, role] as const))

/** Every field of any record of a kind, as it is and as it reaches a role. */
function eachField<K extends RecordKind>(
  kind: K,
  role: Role,
  judge: (
    field: string,
    said: string | null,
    sent: unknown,
    received: unknown,
    toldOf: string | null,
  ) => void,
) {
  fc.assert(
    fc.property(arbitraryOf(RECORD_KINDS[kind].schema), (record) => {
      const received = cutRecord(kind, record, [role])
      for (const name of Object.keys(record)) {
        // A record's own keys are its fields.
        const field = name as keyof typeof record
        const told = RECORD_KINDS[kind].tellsOf
        const toldOf = name === 'said' && told !== undefined ? told.kind(record) : null
        const said = unseenIn([role], kind, { record: received, field })
        judge(name, said, record[field], received[field], toldOf)
      }
    }),
    { numRuns: 20 },
  )
}

describe.each(everyPair)('what of a %s is not visible to %s', (kind, role) => {
  it('is the kind as a whole exactly where the role does not receive it', () => {
    expect(unseenIn([role], kind)).toBe(rolesSeeing(kind).includes(role) ? null : kind)
  })

  it('is a field exactly where it is cut: what is empty elsewhere is none', () => {
    eachField(kind, role, (field, said, sent, received, toldOf) => {
      if (!rolesSeeing(kind).includes(role)) expect(said, field).toBe(kind)
      else if (said === null) expect(canonicalJson(received), field).toBe(canonicalJson(sent))
      else expect([said, received], field).toEqual([toldOf ?? 'personal-data', null])
    })
  })
})

it('of two roles the one that sees more counts', () => {
  expect(unseenIn(['support', 'ops'], 'depositObligation')).toBeNull()
  expect(unseenIn([], 'provider')).toBe('provider')
})
