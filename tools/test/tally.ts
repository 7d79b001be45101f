/** How many tests of a run passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** The parts of vitest's JSON report that are counted. */
export interface VitestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
}

export function addTally(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

/** A run without a report, or one that failed beside its tests (a file that does not load), counts as a failure. */
export function tallyReport(report: VitestReport | null, exitCode: number): Tally {
  if (report === null) return { passed: 0, failed: 1 }
  const unsaid = report.numFailedTests === 0 && (!report.success || exitCode !== 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + (unsaid ? 1 : 0) }
}
