import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainDateSchema } from '#shared/calendar/plain-date.ts'
import type { violationRulesSchema } from '#shared/contracts/console-engine/violation-case.ts'

/** Before a day is chosen, rules are not known yet; which deposits there are is. */
const ANY_DAY = '1970-01-01'

/** What a provider may have broken on a day, and its deposits; null while no provider is chosen, or that is not known yet. */
export function useViolationRules(
  providerId: string | null,
  day: string,
): z.infer<typeof violationRulesSchema> | null {
  const on = plainDateSchema.safeParse(day).data ?? ANY_DAY
  const query = useQuery(
    engine.violations.rules.queryOptions({
      input: { providerId: providerId ?? '', on },
      enabled: providerId !== null,
      placeholderData: keepPreviousData,
    }),
  )
  return providerId === null ? null : (query.data ?? null)
}
