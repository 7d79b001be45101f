const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  enter: '↵',
}

/** Keys as they are printed: `mod+k` as `Ctrl K`, on a Mac `⌘ K`; `D` as `Shift D`. */
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
  if (key.length > 1) return key
  return /[A-Z]/.test(key) ? `Shift ${key}` : key.toUpperCase()
}
