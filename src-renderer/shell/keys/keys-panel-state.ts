let shown = false
const listeners = new Set<() => void>()

/** Whether the list of keys is open; it can be asked for from anywhere. */
export function keysPanelShown(): boolean {
  return shown
}

export function toggleKeysPanel(): void {
  shown = !shown
  for (const listener of listeners) listener()
}

export function subscribeKeysPanel(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
