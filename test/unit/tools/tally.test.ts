import { expect, test } from 'vitest'
import { addTally, tallyReport } from '../../../tools/test/tally.ts'

const report = (passed: number, failed: number, success = failed === 0) => ({
  success,
  numPassedTests: passed,
  numFailedTests: failed,
})

test('tests are counted as the report counts them', () => {
  expect(tallyReport(report(10, 0), 0)).toEqual({ passed: 10, failed: 0 })
  expect(tallyReport(report(8, 2), 1)).toEqual({ passed: 8, failed: 2 })
})

test('a run that failed beside its tests is a failure', () => {
  expect(tallyReport(report(10, 0, false), 1)).toEqual({ passed: 10, failed: 1 })
  expect(tallyReport(report(10, 0), 1)).toEqual({ passed: 10, failed: 1 })
})

test('a run that left no report is a failure', () => {
  expect(tallyReport(null, 0)).toEqual({ passed: 0, failed: 1 })
})

test('tallies of several runs add up', () => {
  expect(addTally({ passed: 3, failed: 1 }, { passed: 4, failed: 0 })).toEqual({ passed: 7, failed: 1 })
})
