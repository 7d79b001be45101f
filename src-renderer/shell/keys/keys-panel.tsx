import { CloseButton, Kbd } from '@mantine/core'
import { use, useSyncExternalStore } from 'react'
import { useTexts } from '../../i18n/language-context.ts'
import { keysPanel, useFlag } from '../flag.ts'
import { keyLabel } from './key-label.ts'
import { keyOf } from './key-meanings.ts'
import { inForce, type KeyBinding, type KeyScope } from './key-registry.ts'
import classes from './keys-panel.module.css'
import { KeysContext, useKeys } from './use-keys.ts'

/** The keys of this screen, asked for with `?`: a panel beside the work, not over it. */
export function KeysPanel() {
  const texts = useTexts().shell.keys
  const registry = use(KeysContext)
  const shown = useFlag(keysPanel)
  const groups = useSyncExternalStore(registry.subscribe, () => registry.groups)
  useKeys([{ means: 'help', label: texts.help, run: keysPanel.toggle }], 'everywhere')
  if (!shown) return null
  const of = (scope: KeyScope) =>
    inForce(groups)
      .filter((group) => group.scope === scope)
      .flatMap((group) => group.bindings)
  return (
    <aside className={classes.panel} aria-label={texts.title}>
      <header className={classes.header}>
        {texts.title}
        <CloseButton size="sm" aria-label={texts.close} onClick={keysPanel.toggle} />
      </header>
      <Keys title={texts.screen} bindings={of('screen')} />
      <Keys title={texts.everywhere} bindings={of('everywhere')} />
    </aside>
  )
}

function Keys({ title, bindings }: { readonly title: string; readonly bindings: readonly KeyBinding[] }) {
  if (bindings.length === 0) return null
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.keys}>
        {bindings.map((binding) => (
          <div key={binding.means} className={classes.key}>
            <dt>{binding.label}</dt>
            <dd>
              {keyLabel(keyOf(binding.means))
                .split(' ')
                .map((part, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a chord may repeat a key
                  <Kbd key={index} size="xs">
                    {part}
                  </Kbd>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
