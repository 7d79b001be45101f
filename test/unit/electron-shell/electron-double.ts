import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** Stands in for one end of Electron's MessageChannelMain. */
export class PortDouble {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Stands in for a utility process: remembers what it was told, ends when the test says so. */
export class UtilityProcessDouble extends EventEmitter {
  readonly told: { message: unknown; ports: readonly unknown[] }[] = []
  readonly kill = vi.fn(() => this.emit('exit', 1))
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.told.push({ message, ports })
  }
}

/** Stands in for a window's contents: handlers can be asked what they decide. */
export class ContentsDouble extends EventEmitter {
  windowOpenHandler: (() => { action: string }) | null = null
  readonly postMessage = vi.fn()
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler
  }
  /** Whether a listener of `name` prevented it. */
  prevents(name: string): boolean {
    const preventDefault = vi.fn()
    this.emit(name, { preventDefault })
    return preventDefault.mock.calls.length > 0
  }
}

/** What the tests see of the double beside Electron's own API. */
export const electronDouble = {
  forked: [] as UtilityProcessDouble[],
  schemes: [] as unknown[],
  windows: [] as { options: { webPreferences: Record<string, unknown> }; url: string }[],
  keychain: { available: true, backend: 'gnome_libsecret' },
}

/** The module `electron`, as far as the shell uses it. */
export function electronModule() {
  return {
    utilityProcess: {
      fork: () => {
        const child = new UtilityProcessDouble()
        electronDouble.forked.push(child)
        return child
      },
    },
    MessageChannelMain: class {
      readonly port1 = new PortDouble('engine side')
      readonly port2 = new PortDouble('page side')
    },
    BrowserWindow: class extends EventEmitter {
      readonly options: { webPreferences: Record<string, unknown> }
      readonly show = vi.fn()
      constructor(options: { webPreferences: Record<string, unknown> }) {
        super()
        this.options = options
      }
      async loadURL(url: string): Promise<void> {
        electronDouble.windows.push({ options: this.options, url })
      }
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => electronDouble.schemes.push(...schemes),
    },
    safeStorage: {
      isEncryptionAvailable: () => electronDouble.keychain.available,
      getSelectedStorageBackend: () => electronDouble.keychain.backend,
      encryptString: (text: string) => Buffer.from(`sealed:${text}`).map((byte) => byte ^ 0x5a),
      decryptString: (sealed: Buffer) =>
        Buffer.from(sealed.map((byte) => byte ^ 0x5a))
          .toString('utf8')
          .replace(/^sealed:/, ''),
    },
  }
}
