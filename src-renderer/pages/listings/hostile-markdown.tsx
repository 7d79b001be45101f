import type { ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './hostile-markdown.module.css'

/** Longest text that is rendered; the rest is cut. Rendering is superlinear in hostile input. */
export const MARKDOWN_LIMIT = 60_000

/** A link of a package never leads anywhere: it shows where it would lead. */
function ShownLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  return (
    <span className={classes.link} title={href}>
      {children}
      {href ? <span className={classes.address}> {href}</span> : null}
    </span>
  )
}

/** An image of a README is named, never loaded: an address in it would tell the vendor who reads. */
function NamedImage({ src, alt }: { src?: string | Blob | undefined; alt?: string | undefined }) {
  return (
    <span className={classes.image}>
      🖼 {alt || '—'} <span className={classes.address}>{typeof src === 'string' ? src : ''}</span>
    </span>
  )
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <ShownLink href={href}>{children}</ShownLink>,
  img: ({ src, alt }) => <NamedImage src={src} alt={alt} />,
  input: ({ checked }) => <span aria-hidden>{checked ? '☑' : '☐'} </span>,
}

/** Markdown of a package: no raw HTML, no links, no images, a bounded length. */
export function HostileMarkdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        components={COMPONENTS}
        skipHtml
        urlTransform={(address) => address.slice(0, 300)}
      >
        {text.slice(0, MARKDOWN_LIMIT)}
      </Markdown>
    </div>
  )
}
