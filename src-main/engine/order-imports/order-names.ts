import { foldWriting } from '#shared/base/fold-writing.ts'
import type { OrderNames } from '#shared/rules/order-files/read-order-row.ts'
import type { QueryContext } from '../queries/query-context.ts'

/** What files may call providers, categories and modes of business of a marketplace, and the providers' names by id. */
export function orderNames(
  context: QueryContext,
  marketplace: string,
): OrderNames & { readonly providerNames: ReadonlyMap<string, string> } {
  const sql = 'SELECT id, name FROM provider WHERE marketplace = @marketplace'
  const rows = context.statements.prepare<{ id: string; name: string }>(sql).all({ marketplace })
  const packs = context.packs.filter((pack) => pack.marketplace === marketplace)
  const terms = packs.flatMap(({ admission }) => admission.categories)
  const modes = packs.flatMap(({ fees }) =>
    fees?.rules.model === 'provider-share'
      ? fees.rules.shares.map(({ mode, name }) => ({ id: mode, name }))
      : [],
  )
  const tableNames = packs.flatMap(({ fees }) =>
    fees?.rules.model === 'monthly-tiers'
      ? fees.rules.rows.flatMap(({ name, categories }) =>
          categories.length === 1 ? categories.map((id) => ({ id, name: { zh: name, en: name } })) : [],
        )
      : [],
  )
  return {
    providers: idsByName(rows.map(({ id, name }) => [id, id, name])),
    categories: idsByName([...terms, ...tableNames].map(({ id, name }) => [id, id, name.zh, name.en])),
    modes: idsByName(modes.map(({ id, name }) => [id, id, name.zh, name.en])),
    marketplace: new Set([marketplace, ...packs.flatMap(({ name }) => [name.zh, name.en])].map(foldWriting)),
    providerNames: new Map(rows.map(({ id, name }) => [id, name])),
  }
}

function idsByName(all: readonly (readonly [id: string, ...names: string[]])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [id, ...names] of all) {
    for (const name of new Set([...names, ...names.map(foldWriting)])) {
      const ids = found.get(name) ?? []
      if (!ids.includes(id)) found.set(name, [...ids, id])
    }
  }
  return found
}
