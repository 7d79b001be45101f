import {
  type BookMapping,
  type BookProgram,
  bookMappingSchema,
  READY_MAPPINGS,
} from '#shared/rules/books/book-mapping.ts'
import { readPreference, savePreference } from '../preferences.ts'
import type { QueryContext } from '../query-context.ts'

const keyOf = (program: BookProgram) => `book-mapping ${program}`

/** The mapping of a program on this computer; the ready one where nobody changed it. */
export function readBookMapping(context: QueryContext, program: BookProgram): BookMapping {
  const kept = bookMappingSchema.safeParse(readPreference(context, keyOf(program)))
  return kept.success ? kept.data : READY_MAPPINGS[program]
}

export function keepBookMapping(context: QueryContext, mapping: BookMapping): { kept: boolean } {
  savePreference(context, keyOf(mapping.program), mapping)
  return { kept: true }
}
