import type { OnStep, StorageStep } from '#main/engine/storage/storage-steps.ts'

/** Stops the program at the n-th time it comes to a step: from then on nothing is written any more. */
export function crashAt(step: StorageStep, when: 'before' | 'after', times = 1) {
  let left = times
  const crash = {
    crashed: false,
    onStep: ((name, at) => {
      if (!crash.crashed && name === step && at === when && --left === 0) crash.crashed = true
      if (crash.crashed) throw new Error(`crashed ${when} ${step}`)
    }) satisfies OnStep,
  }
  return crash
}
