import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HostileMarkdown, MARKDOWN_LIMIT } from '#renderer/pages/listings/hostile-markdown.tsx'

const rendered = (text: string) => renderToStaticMarkup(createElement(HostileMarkdown, { text }))

describe('markdown of a package', () => {
  it('keeps headings, lists, tables and code', () => {
    const html = rendered('# 标题\n\n- 一\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code`')
    for (const tag of ['<h1>', '<li>', '<table>', '<code>']) expect(html).toContain(tag)
  })

  it('never lets raw HTML through', () => {
    const html = rendered(
      '<script>alert(1)</script>\n\n<iframe src="https://x"></iframe>\n\na <b onclick="x">b</b>',
    )
    expect(html).not.toMatch(/<(script|iframe|b)\b/)
    expect(html).not.toContain('onclick')
  })

  it('shows where a link would lead and leads nowhere', () => {
    const html = rendered('[手册](https://evil.example/a) [x](javascript:alert(1)) https://auto.example')
    expect(html).not.toContain('<a')
    expect(html).not.toContain('href')
    expect(html).toContain('https://evil.example/a')
  })

  it('names an image and loads nothing', () => {
    const html = rendered('![截图](https://track.example/p.png)')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('src=')
    expect(html).toContain('截图')
  })

  it('renders no more than its limit', () => {
    expect(rendered('a'.repeat(MARKDOWN_LIMIT * 2)).length).toBeLessThan(MARKDOWN_LIMIT + 1000)
  })
})
