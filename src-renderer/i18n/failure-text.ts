import { useCallback } from 'react'
import { rejectionCodeSchema } from '#shared/contracts/console-platform/commands.ts'
import { roleSchema } from '#shared/contracts/console-platform/roles.ts'
import { failureOf } from '../engine-client/engine-error.ts'
import { useTexts } from './language-context.ts'
import type { Texts } from './texts.ts'

/** Says in the language in use why the engine refused or failed. */
export function failureText(texts: Texts, error: unknown): string {
  const failure = failureOf(error)
  const words = texts.outcomes.failure
  switch (failure.kind) {
    case 'throttled':
      return words.throttled(failure.seconds)
    case 'not-allowed':
      return words['not-allowed'](failure.needs.map((role) => roleText(texts, role)).join(' / '))
    case 'offline-too-long':
      return words['offline-too-long'](failure.days)
    case 'disk-full':
      return words['disk-full'](failure.folder)
    case 'refused':
      return rejectionText(texts, failure.code, failure.detail)
    case 'failed':
      return words.failed(failure.detail)
    case 'not-found':
    case 'malformed':
    case 'signed-out':
    case 'bad-credentials':
    case 'second-factor':
    case 'offline':
      return words[failure.kind]
  }
}

/** A rejection code in words; a code from a newer platform is shown as it came. */
export function rejectionText(texts: Texts, code: string, detail: string): string {
  const known = rejectionCodeSchema.safeParse(code)
  const words = known.success ? texts.outcomes.rejection[known.data] : code
  return detail === '' ? words : `${words} (${detail})`
}

/** A role in words; a role from a newer platform is shown as it came. */
export function roleText(texts: Texts, role: string): string {
  const known = roleSchema.safeParse(role)
  return known.success ? texts.roles.role[known.data] : role
}

/** `failureText` in the language in use. */
export function useFailureText(): (error: unknown) => string {
  const texts = useTexts()
  return useCallback((error: unknown) => failureText(texts, error), [texts])
}
