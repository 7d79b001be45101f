import { glob } from 'node:fs/promises'
import { build } from './build/build.ts'
import { ROOT, runNode, StepFailed } from './processes.ts'

/**
 * Runs the benches whose names contain one of the arguments, or all, one after the other, so that they do not take each
 * other's processor. One that fails does not keep the others from running.
 */
export async function bench(args: readonly string[]): Promise<void> {
  await build()
  const files: string[] = []
  for await (const file of glob('test/bench/**/*.bench.ts', { cwd: ROOT })) files.push(file)
  const wanted = files.sort().filter((file) => args.length === 0 || args.some((part) => file.includes(part)))
  const failed: string[] = []
  for (const file of wanted) {
    console.log(`== ${file}`)
    if ((await runNode(['--expose-gc', file])) !== 0) failed.push(file)
  }
  if (wanted.length === 0) throw new StepFailed(`No bench is named ${args.join(' or ')}.`)
  if (failed.length > 0) throw new StepFailed(`Failed: ${failed.join(', ')}.`)
}
