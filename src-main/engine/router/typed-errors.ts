import type { InferContractRouterErrorMap } from '@orpc/contract'
import type { ORPCErrorConstructorMap } from '@orpc/server'
import { ORPCError } from '@orpc/server'
import type { engineContract } from '#shared/contracts/console-engine/contract.ts'
import { BadInput } from '../bad-input.ts'
import { ImportRefused } from '../imports/import-refused.ts'
import { DecisionNotAllowed, DecisionRefused } from '../outbox/decision-refused.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import { RecordMissing } from '../queries/record-missing.ts'
import { OfflineTooLong } from '../session/offline-sign-in.ts'
import { isDiskFull } from '../storage/disk-full.ts'
import { EngineClosed } from '../sync/pull.ts'

export type EngineErrors = ORPCErrorConstructorMap<InferContractRouterErrorMap<typeof engineContract>>

/** What a failure inside the engine is to a page; what is no failure of ours to name goes on as it is. */
export function typedError(error: unknown, errors: EngineErrors, dataFolder: string): unknown {
  if (isDiskFull(error)) return errors.DISK_FULL({ data: { folder: dataFolder }, cause: error })
  if (error instanceof RecordMissing) return errors.NOT_FOUND({ cause: error })
  if (error instanceof DecisionRefused) {
    return errors.REFUSED({ data: { code: error.code, detail: error.detail }, cause: error })
  }
  if (error instanceof ImportRefused) {
    return errors.REFUSED({ data: { code: error.code, detail: error.detail }, cause: error })
  }
  if (error instanceof DecisionNotAllowed) {
    return errors.NOT_ALLOWED({ data: { needs: [...error.needs] }, cause: error })
  }
  if (error instanceof PlatformFailure) return platformError(error, errors)
  if (error instanceof OfflineTooLong)
    return errors.OFFLINE_TOO_LONG({ data: { days: error.days }, cause: error })
  // Signed out while the answer was under way.
  if (error instanceof EngineClosed) return errors.SIGNED_OUT({ cause: error })
  if (error instanceof BadInput) return new ORPCError('BAD_REQUEST', { message: error.message, cause: error })
  return error
}

function platformError(error: PlatformFailure, errors: EngineErrors): unknown {
  switch (error.kind) {
    case 'throttled':
      return errors.THROTTLED({ data: { retryAfterSeconds: error.retryAfterSeconds ?? 60 }, cause: error })
    case 'unauthorized':
      return errors.SIGNED_OUT({ cause: error })
    case 'second-factor':
      return error.asked === null
        ? errors.SIGNED_OUT({ cause: error })
        : errors.SECOND_FACTOR({ data: error.asked, cause: error })
    case 'refused':
      return error.code === null
        ? errors.NOT_FOUND({ cause: error })
        : errors.REFUSED({ data: { code: error.code, detail: '' }, cause: error })
    case 'offline':
    case 'timeout':
    case 'server':
    case 'client-too-old':
    case 'platform-too-old':
      return errors.OFFLINE({ cause: error })
  }
}
