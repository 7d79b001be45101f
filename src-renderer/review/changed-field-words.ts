import { beijingDateTime } from '#renderer/format/instant.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import { historyEntrySchema } from '#shared/contracts/console-platform/records/history.ts'
import { actionWords } from './action-words.ts'

/** The name of a field that changed under a decision, by the longest part of its path that has one; else the path. */
export function fieldWords(path: string, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts.review.returned.fields
  const [first = '', second = ''] = path.split('.')
  return names[`${first}.${second}`] ?? names[first] ?? path
}

/** A value of such a field in words: states, colleagues and steps of the history; anything else as it is. */
export function valueWords(
  path: string,
  value: string,
  texts: Texts,
  operatorNames: ReadonlyMap<string, string>,
): string {
  if (value === '') return texts.format.none
  if (path === 'assignee') return operatorNames.get(value) ?? value
  if (path === 'status') {
    const states: Readonly<Record<string, string>> = {
      ...texts.statuses.application,
      ...texts.statuses.listingVersion,
    }
    return states[value] ?? value
  }
  if (path.endsWith('At')) return instantWords(value)
  return path.startsWith('history.') ? stepWords(value, texts) : value
}

function instantWords(value: string): string {
  return Number.isNaN(Date.parse(value)) ? value : beijingDateTime(value)
}

function stepWords(value: string, texts: Texts): string {
  try {
    const entry = historyEntrySchema.safeParse(JSON.parse(value))
    if (!entry.success) return value
    const { at, actorName, action, noteToVendor } = entry.data
    const step = `${beijingDateTime(at)} ${actorName} ${actionWords(action, texts)}`
    return noteToVendor === null ? step : texts.review.labelled(step, noteToVendor)
  } catch {
    return value
  }
}
