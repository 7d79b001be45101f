import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { NoticeValues, Occasion } from '#shared/rules/notices/occasions.ts'
import type { Fact } from './occasion-facts.ts'

/** What is told, and to whom where the record itself says it. */
export interface ToTell extends Omit<Fact, 'values'> {
  readonly values: NoticeValues
  readonly occasion: Occasion
  /** What brings it about: of each cause there is one notice. */
  readonly cause: string
  readonly contact?: Provider['contact']
}
