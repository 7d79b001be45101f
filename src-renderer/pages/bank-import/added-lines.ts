import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'

/** Lines the import will add: new ones, and those of days that were imported without them. */
export function addedLines(section: Pick<ImportSection, 'new' | 'overlapping'>): number {
  return section.new + section.overlapping
}
