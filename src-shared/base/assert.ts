/** A broken promise of the program itself, never of its input: the message names the invariant. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws InvariantError unless `condition` holds. For programming errors only; bad input gets an outcome. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new InvariantError(invariant)
}

/** Closes a union: the compiler refuses the call while a variant is not handled. */
export function assertNever(value: never): never {
  throw new InvariantError(`unhandled variant ${JSON.stringify(value)}`)
}
