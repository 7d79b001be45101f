import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { policyPackSchema } from '#shared/policy/policy-pack.ts'
import type { CheckedFile, ResourceFolder } from './read-checked.ts'
import { readChecked } from './read-checked.ts'
import type { ResourceProblem } from './resource-error.ts'
import { ResourceError } from './resource-error.ts'

/**
 * Loads every policy pack of a folder (`<marketplace>/<effective-from>.yaml`), ordered by marketplace and date.
 * @throws ResourceError where a file is not a pack, is named otherwise than it says, or two packs overlap.
 */
export async function loadPacks(folder: ResourceFolder): Promise<readonly PolicyPack[]> {
  const files = await readChecked(folder, ['.yaml', '.yml'], policyPackSchema)
  const problems = [...files.flatMap(nameProblems), ...overlapProblems(files)]
  if (problems.length > 0) throw new ResourceError(problems)
  return files.map(({ value }) => value)
}

function nameProblems({ file, value }: CheckedFile<PolicyPack>): ResourceProblem[] {
  const expected = `${value.marketplace}/${value.effectiveFrom}.yaml`
  return file === expected
    ? []
    : [{ file, place: 'file name', message: `its contents belong to ${expected}` }]
}

/** Files come sorted by name, so packs of one marketplace follow each other by date. */
function overlapProblems(files: readonly CheckedFile<PolicyPack>[]): ResourceProblem[] {
  return files.flatMap(({ file, value }, index) => {
    const next = files[index + 1]?.value
    if (next === undefined || next.marketplace !== value.marketplace) return []
    if (value.effectiveTo !== null && value.effectiveTo < next.effectiveFrom) return []
    const message = `must end before ${next.effectiveFrom}, when the next pack begins`
    return [{ file, place: 'effectiveTo', message }]
  })
}
