const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** Keys as they are printed: `mod+k` as `Ctrl K`, on a Mac `⌘ K`. */
export function keyLabel(keys: string, platform: string = navigator.platform): string {
  const mod = platform.startsWith('Mac') ? '⌘' : 'Ctrl'
  return keys
    .split(' ')
    .map((stroke) =>
      stroke
        .split(/(?<=.)\+/)
        .map((part) => (part === 'mod' ? mod : part === 'alt' ? 'Alt' : (NAMES[part] ?? nameOf(part))))
        .join(' '),
    )
    .join(' ')
}

function nameOf(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
}
