import type { Bilingual } from '#shared/base/bilingual.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { RECORD_TITLES } from '#shared/descriptions/titles.ts'
import { packWord } from '#shared/policy/pack-words.ts'
import type { Names } from '#shared/values/description.ts'
import type { QueryContext } from './query-context.ts'
import { readPresent } from './read-present.ts'

/**
 * What this desk calls people and records, and what the rules of a marketplace name; where the newest pack no longer
 * names something, an older one may. `own` are the words of the record itself, by rule id.
 */
export function namesHere(
  context: QueryContext,
  marketplace: string | null,
  own: ReadonlyMap<string, Bilingual> = new Map(),
): Names {
  const packs = context.packs.filter((pack) => pack.marketplace === marketplace).toReversed()
  return {
    person: (id) =>
      context.statements.prepare<{ name: string }>('SELECT name FROM operator WHERE id = @id').get({ id })
        ?.name ?? null,
    record: (kind, id) => {
      const known = recordKindSchema.safeParse(kind)
      return known.success ? titleHere(context, known.data, id) : null
    },
    marketplace: (key) => context.packs.findLast((pack) => pack.marketplace === key)?.name ?? null,
    entry: (list, id) => {
      for (const pack of packs) {
        const word = packWord(pack, list, id)
        if (word !== null) return word
      }
      return list === 'reason' ? (own.get(id) ?? null) : null
    },
  }
}

function titleHere<K extends RecordKind>(context: QueryContext, kind: K, id: string): string | null {
  const record = readPresent(context, kind, id)
  return record === null ? null : RECORD_TITLES[kind](record)
}
