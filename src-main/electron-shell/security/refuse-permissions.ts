import type { Session } from 'electron'

/** Writing the clipboard is how an id is copied; nothing else of the machine is the page's business. */
const GRANTED = new Set(['clipboard-sanitized-write'])

/** Electron security checklist 5 (session permission requests): every permission but the named one is refused. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
}
