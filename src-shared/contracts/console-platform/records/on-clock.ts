/** The day an answer is owed, while one is: queues sort by it, and what waits for others comes last. */
export function whileOnClock({ status, dueOn }: { status: string; dueOn: string | null }): string | null {
  return status === 'submitted' || status === 'in_review' ? dueOn : null
}
