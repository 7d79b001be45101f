import { useEffect } from 'react'

/** What names the window at the moment, the innermost last. */
const titles: { readonly level: number; readonly text: string }[] = []

/** Names the window after what is on screen: a case (level 1) before its screen (level 0). */
export function useWindowTitle(text: string, level: 0 | 1): void {
  useEffect(() => {
    const title = { level, text }
    titles.push(title)
    show()
    return () => {
      titles.splice(titles.indexOf(title), 1)
      show()
    }
  }, [text, level])
}

function show(): void {
  if (titles.length === 0) return
  document.title = titles
    .toSorted((one, other) => other.level - one.level)
    .map(({ text }) => text)
    .join(' · ')
}
