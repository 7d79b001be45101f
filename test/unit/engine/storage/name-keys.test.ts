import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildIndexes } from '#main/engine/storage/cache/indexes.ts'
import { NAME_KEYS_VERSION } from '#main/engine/storage/cache/name-keys.ts'
import { matchNames } from '#main/engine/storage/cache/name-search.ts'
import { type Cache, openCache } from '#main/engine/storage/cache/open-cache.ts'
import { readingKey } from '#main/engine/storage/cache/reading-key.ts'
import { grams } from '#main/engine/storage/cache/search-text.ts'
import { readPosition, writePosition } from '#main/engine/storage/cache/sync-position.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const KEY = new Uint8Array(32).fill(7)
const NOW = new Date('2026-03-02T01:00:00.000Z')
/** Blocks whose characters no later Unicode says otherwise about. */
const SETTLED = [
  [0x20, 0x24f],
  [0x2010, 0x203a],
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xffdc],
  [0x20000, 0x2a6df],
] as const

it('what names are found and sorted by is of this version: whoever changes an answer raises it', () => {
  const hash = createHash('sha256')
  for (const [first, last] of SETTLED) {
    for (let point = first; point <= last; point++) {
      const character = String.fromCodePoint(point)
      hash.update(`${grams(`云${character}`)}\n${readingKey(character)}\n`)
    }
  }
  expect(`${NAME_KEYS_VERSION} ${hash.digest('hex').slice(0, 16)}`).toBe('2 dbb19d5ab147137c')
})

/** A copy that is complete, of one provider. */
function filled(path: string): Cache {
  const cache = openCache(path, KEY, NOW)
  cache.sql
    .prepare(
      `INSERT INTO provider (id, version, marketplace, name, kind, status, joinedOn, updatedAt, body)
       VALUES ('p', 1, 'm', '⻓城软件', 'enterprise', 'active', NULL, '', '{}')`,
    )
    .run()
  writePosition(cache.sql, {
    ...{
      epoch: 'e',
      scope: 's',
      position: 7,
      mark: null,
      phase: 'complete',
      kinds: ['provider'],
      kindIndex: 1,
    },
    ...{ afterKey: '', records: 1, confirmedAt: '2026-03-01T00:00:00.000Z' },
  })
  for (const _ of buildIndexes(cache.sql));
  return cache
}

function found({ sql }: Cache, text: string): unknown[] {
  const match = matchNames(text)
  return match === null ? [] : sql.prepare(`SELECT text FROM ${match.sql()}`).all(...match.parameters)
}

it('indexes of another version are made anew, and the records stay where they are', () => {
  const path = join(temporaryFolder(), 'cache.db')
  const first = filled(path)
  first.sql.exec(
    "UPDATE name_keys SET version = version - 1; INSERT INTO name_grams(name_grams) VALUES ('delete-all')",
  )
  first.close()

  const again = openCache(path, KEY, NOW)
  expect(readPosition(again.sql)).toMatchObject({ phase: 'indexes', position: 7 })
  expect(again.sql.prepare('SELECT count(*) AS n FROM provider').get()).toEqual({ n: 1 })
  for (const _ of buildIndexes(again.sql));
  expect(found(again, '长城')).toEqual([{ text: '⻓城软件' }])
  again.close()
})

it('indexes of this version stay', () => {
  const path = join(temporaryFolder(), 'cache.db')
  filled(path).close()
  const again = openCache(path, KEY, NOW)
  expect(readPosition(again.sql)).toMatchObject({ phase: 'complete', position: 7 })
  expect(found(again, '⻓城')).toEqual([{ text: '⻓城软件' }])
  again.close()
})
