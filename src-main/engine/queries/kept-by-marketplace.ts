import type { z } from 'zod'
import { readPreference, savePreference } from './preferences.ts'
import type { QueryContext } from './query-context.ts'

/** A setting as it holds for a marketplace; `only` where the marketplace has one of its own. */
interface KeptSetting<T> {
  readonly value: T
  readonly only: boolean
}

/** A setting of this computer that a marketplace may have otherwise than the others. */
export class KeptByMarketplace<T> {
  readonly #key: string
  readonly #schema: z.ZodType<T>
  readonly #ready: T

  /** `ready` holds where nobody kept any. */
  constructor(key: string, schema: z.ZodType<T>, ready: T) {
    this.#key = key
    this.#schema = schema
    this.#ready = ready
  }

  read(context: QueryContext, marketplace: string): KeptSetting<T> {
    const own = this.#schema.safeParse(readPreference(context, this.#own(marketplace)))
    if (own.success) return { value: own.data, only: true }
    const common = this.#schema.safeParse(readPreference(context, this.#key))
    return { value: common.success ? common.data : this.#ready, only: false }
  }

  /** For the marketplace alone, or for all that have none of their own: then the marketplace has none any more. */
  keep(context: QueryContext, marketplace: string, { value, only }: KeptSetting<T>): { kept: boolean } {
    savePreference(context, this.#own(marketplace), only ? value : null)
    if (!only) savePreference(context, this.#key, value)
    return { kept: true }
  }

  #own(marketplace: string): string {
    return `${this.#key} ${marketplace}`
  }
}
