/** One thing wrong with a resource file: where (key path, line) and what. */
export interface ResourceProblem {
  readonly file: string
  readonly place: string
  readonly message: string
}

/** Resource files that cannot be used; the message lists every problem, one a line. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError'
  readonly problems: readonly ResourceProblem[]

  constructor(problems: readonly ResourceProblem[]) {
    super(problems.map((problem) => `${problem.file}: ${problem.place}: ${problem.message}`).join('\n'))
    this.problems = problems
  }
}
