import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type ArchiveProblem, archiveFinding } from '#node/package-archive/archive-problem.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'
import { endingOf } from '../worker-ending.ts'
import type { InspectionRequest } from './inspection.ts'
import { workerAnswerSchema } from './worker-answer.ts'

export type InspectionLimits = {
  /** Another worker than `package-worker.ts`. */
  readonly workerUrl?: URL
  readonly timeLimitMilliseconds?: number
  /** JavaScript heap of the worker, in MiB; kept file contents lie outside it and have bounds of their own. */
  readonly heapLimitMebibytes?: number
}

/** The package's file could not be opened or read; `code` as Node names it, such as ENOENT. */
export class PackageFileError extends Error {
  override readonly name = 'PackageFileError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Reads and judges one package in a thread of its own, which is ended when it takes too long (20 s) or too much
 * memory (512 MiB): the report then says so.
 * @throws PackageFileError where the file itself cannot be read.
 */
export async function inspectPackage(
  request: InspectionRequest,
  limits: InspectionLimits = {},
): Promise<PackageReport> {
  const { timeLimitMilliseconds = 20_000, heapLimitMebibytes = 512 } = limits
  // The bundler knows this form and bundles the worker beside the program.
  const ownWorker = new URL('./package-worker.ts', import.meta.url)
  const worker = new Worker(limits.workerUrl ?? ownWorker, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMebibytes, stackSizeMb: 4 },
  })
  const ending = await endingOf(worker, 'package', timeLimitMilliseconds)
  if (typeof ending === 'string') return stoppedReport(ending, request.source)
  const answer = workerAnswerSchema.parse(ending.message)
  if (answer.outcome === 'inspected') return answer.report
  throw new PackageFileError(answer.code, answer.message)
}

function stoppedReport(problem: ArchiveProblem, source: InspectionRequest['source']): PackageReport {
  const place = typeof source === 'string' ? basename(source) : '.'
  return { findings: [archiveFinding(problem, [place])], package: null, diff: null }
}
