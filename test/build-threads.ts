import { buildTestThreads } from '../tools/build/build.ts'

/** Once before the tests that start threads of ours. */
export default buildTestThreads
