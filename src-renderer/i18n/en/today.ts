import type { Words } from '../words.ts'
import type { today as original } from '../zh/today.ts'

export const today: Words<typeof original> = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  workingDay: 'Working day',
  restDay: 'Day off; review clocks stand still today',
  provisional: "This year's holidays are not announced yet; counted by weekends only",
  overdue: 'Overdue',
  warn: 'Due soon',
  mine: 'Mine',
  byState: 'By state',
  urgent: 'Due first',
  nothingUrgent: 'Nothing is waiting for review',
  returned: 'Returned decisions',
  nothingReturned: 'No decision came back',
  decideAgain: 'Decide again',
  all: 'All',
  deposits: {
    openLines: 'Open bank lines',
    nothingUrgent: 'No deposit is late or soon due',
  },
}
