import { type Protocol, protocol } from 'electron'
import { readPageFile } from '#node/page/page-files.ts'
import { pageHeaders } from '#node/page/page-headers.ts'

const SCHEME = 'app'
export const PAGE_ORIGIN = `${SCHEME}://marketdesk`

/** Electron security checklist 18 (no file://): the page has a scheme of its own. To be called before `ready`. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Electron security checklist 7 (content security policy): serves the built page, its policy with every file. */
export function servePage(on: Protocol, folder: string): void {
  on.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = url.host === new URL(PAGE_ORIGIN).host ? await readPageFile(folder, url.pathname) : null
    if (file === null) return new Response('not found', { status: 404, headers: pageHeaders() })
    return new Response(file.bytes, { headers: { ...pageHeaders(), 'content-type': file.mediaType } })
  })
}
