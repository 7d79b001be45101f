import { Component, type ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './hostile-markdown.module.css'
import { HostileMarkdown, MARKDOWN_LIMIT } from './hostile-markdown.tsx'
import { isTangled } from './tangled.ts'

interface HostileTextProps {
  /** Null: the package has no such file. */
  readonly text: string | null
  readonly none: string
}

/** Markdown of a package, its absence, or, where it defeats the renderer, its plain text. */
export function HostileText({ text, none }: HostileTextProps) {
  const texts = useTexts().listings.readme
  if (text === null) return <p className={classes.none}>{none}</p>
  const shown = text.slice(0, MARKDOWN_LIMIT)
  return (
    <>
      {text.length > MARKDOWN_LIMIT ? <p className={classes.none}>{texts.cut}</p> : null}
      {isTangled(shown) ? (
        <pre className={classes.plain}>{shown}</pre>
      ) : (
        <PlainOnFault key={shown} plain={shown}>
          <HostileMarkdown text={shown} />
        </PlainOnFault>
      )}
    </>
  )
}

interface PlainOnFaultProps {
  readonly plain: string
  readonly children: ReactNode
}

/** Nesting can exhaust the renderer's stack: the reviewer still reads the text. */
class PlainOnFault extends Component<PlainOnFaultProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <pre className={classes.plain}>{this.props.plain}</pre> : this.props.children
  }
}
