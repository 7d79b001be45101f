import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'

/** A review clock in words, e.g. 剩 1 个工作日. A clock without a holiday table says that it is provisional. */
export function clockWords(clock: ReviewClock): Bilingual {
  const words = wordsOf(clock)
  if (!clock.provisional) return words
  return { zh: `${words.zh}（暂定）`, en: `${words.en} (provisional)` }
}

function wordsOf({ state, workingDaysLeft }: ReviewClock): Bilingual {
  const days = Math.abs(workingDaysLeft)
  const inEnglish = `${days} working ${days === 1 ? 'day' : 'days'}`
  if (state === 'overdue') return { zh: `已超期 ${days} 个工作日`, en: `${inEnglish} overdue` }
  if (days === 0) return { zh: '今天到期', en: 'Due today' }
  return { zh: `剩 ${days} 个工作日`, en: `${inEnglish} left` }
}
