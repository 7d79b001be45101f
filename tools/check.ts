import { runNode, StepFailed } from './processes.ts'

const PROJECTS = [
  'src-shared',
  'src-node',
  'src-main',
  'src-main/electron-shell/preload',
  'src-platform',
  'src-renderer',
  'test',
]

/** What can be said about the sources without running them, cheapest first. */
export const CHECKS: readonly { readonly name: string; readonly run: () => Promise<boolean> }[] = [
  {
    name: 'Lint',
    run: async () => (await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.'])) === 0,
  },
  { name: 'Types', run: checkTypes },
  { name: 'Dead code', run: async () => (await runNode(['node_modules/knip/bin/knip.js', '--cache'])) === 0 },
]

async function checkTypes(): Promise<boolean> {
  let fine = true
  for (const project of PROJECTS) {
    if ((await runNode(['node_modules/typescript/bin/tsc', '-p', project])) !== 0) fine = false
  }
  return fine
}

/** Runs every check, also after one failed. */
export async function check(): Promise<void> {
  const failed: string[] = []
  for (const { name, run } of CHECKS) {
    console.log(`== ${name}`)
    if (!(await run())) failed.push(name)
  }
  if (failed.length > 0) throw new StepFailed(`Failed: ${failed.join(', ')}.`)
}
