import { glob } from 'node:fs/promises'
import { build } from './build/build.ts'
import { mustRun, ROOT } from './processes.ts'

/** Runs the benches one after the other, so that they do not take each other's processor. */
export async function bench(args: readonly string[]): Promise<void> {
  await build()
  const files: string[] = []
  for await (const file of glob('test/bench/**/*.bench.ts', { cwd: ROOT })) files.push(file)
  const wanted = files.sort().filter((file) => args.length === 0 || args.some((part) => file.includes(part)))
  for (const file of wanted) {
    console.log(`== ${file}`)
    await mustRun(file, ['--expose-gc', file])
  }
}
