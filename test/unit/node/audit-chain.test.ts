import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAIN_START, followChain, linkHash } from '#node/audit-chain.ts'
import type { AuditEntry } from '#shared/contracts/console-platform/contract.ts'

/** A chain of entries by these actors. */
function chainOf(actors: readonly string[]): AuditEntry[] {
  let previousHash = CHAIN_START.hash
  return actors.map((actor, index) => {
    const link = {
      ...{ sequence: index + 1, at: '2026-11-02T01:00:00.000Z', actor, action: 'payout.approve' },
      ...{ recordKind: 'payoutRequest', recordId: `p-${index}`, beforeHash: null, afterHash: null },
      ...{ commandId: null, previousHash },
    }
    const hash = linkHash(link)
    previousHash = hash
    return { ...link, hash }
  })
}
const chains = fc
  .array(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 20 })
  .map(chainOf)
const chainAndPlace = chains.chain((chain) =>
  fc.record({ chain: fc.constant(chain), at: fc.integer({ min: 0, max: chain.length - 2 }) }),
)

describe('the audit chain', () => {
  it('holds to its end, followed at once or in pages', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ chain, at }) => {
        const whole = followChain(CHAIN_START, chain)
        const first = followChain(CHAIN_START, chain.slice(0, at))
        expect(whole).toEqual({ head: { sequence: chain.length, hash: chain.at(-1)?.hash }, fault: null })
        expect(followChain(first.head, chain.slice(at))).toEqual(whole)
      }),
    )
  })

  it('names the entry that was altered', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ chain, at }) => {
        const altered = chain.with(at, { ...entry(chain, at), action: 'payout.reject' })
        expect(followChain(CHAIN_START, altered).fault).toEqual({ sequence: at + 1, kind: 'altered' })
      }),
    )
  })

  it('names the entry that was altered and given a hash that fits', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ chain, at }) => {
        const { hash: _, ...link } = { ...entry(chain, at), actor: 'somebody else' }
        const altered = chain.with(at, { ...link, hash: linkHash(link) })
        expect(followChain(CHAIN_START, altered).fault).toEqual({ sequence: at + 1, kind: 'altered' })
      }),
    )
  })

  it('names the entry that was removed', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ chain, at }) => {
        expect(followChain(CHAIN_START, chain.toSpliced(at, 1)).fault).toEqual({
          sequence: at + 1,
          kind: 'removed',
        })
      }),
    )
  })

  it('names the first of two entries that changed places', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ chain, at }) => {
        const moved = chain.with(at, entry(chain, at + 1)).with(at + 1, entry(chain, at))
        expect(followChain(CHAIN_START, moved).fault).toEqual({ sequence: at + 1, kind: 'moved' })
      }),
    )
  })
})

function entry(chain: readonly AuditEntry[], at: number): AuditEntry {
  const found = chain[at]
  if (found === undefined) throw new Error('no such entry')
  return found
}
