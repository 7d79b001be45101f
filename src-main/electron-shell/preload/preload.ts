import { ipcRenderer } from 'electron'
import { ENGINE_PORT_MESSAGES } from '#shared/contracts/console-engine/transport.ts'

// All that passes between the page and the shell: the page asks for its port, and gets one. Electron security
// checklist 20: nothing of Electron's API is exposed.
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === ENGINE_PORT_MESSAGES.ask)
    ipcRenderer.send(ENGINE_PORT_MESSAGES.ask)
})

ipcRenderer.on(ENGINE_PORT_MESSAGES.give, (event) => {
  window.postMessage(ENGINE_PORT_MESSAGES.give, window.location.origin, [...event.ports])
})
