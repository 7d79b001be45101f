import { runNode, StepFailed } from '../processes.ts'

/**
 * Mutation testing of the rules, statement readers and transitions, with what was found before kept in .cache: outside
 * continuous builds, for it takes hours. Arguments: globs of the files to mutate instead of all.
 */
export async function mutants(globs: readonly string[]): Promise<void> {
  const only = globs.length === 0 ? [] : ['--mutate', globs.join(',')]
  const code = await runNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...only])
  if (code !== 0)
    throw new StepFailed('Too many mutants survived, or the run broke off; what Stryker said stands above.')
}
