import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ShownValue } from '#renderer/values/shown-value.tsx'
import { ChangeTable } from '../change-table.tsx'
import classes from '../rules.module.css'
import { ControlCaseView } from './control-case.tsx'
import { ControlTable } from './control-table.tsx'
import { ProposeControlForm } from './propose-control-form.tsx'

/** 内控设置: what holds, and the changes of it; one of them, or a new one, beside. */
export function ControlsTab() {
  const texts = useTexts().rules
  const say = useBilingual()
  const { id, propose } = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const controls = useQuery(engine.rules.controls.list.queryOptions())
  const show = (part: { readonly id?: string; readonly propose?: string }) =>
    void navigate({ search: { tab: 'controls', ...part }, replace: true })
  if (controls.isError) return <Failed error={controls.error} reset={() => void controls.refetch()} />
  if (controls.data === undefined) return <LateLoader />
  const { on, changes } = controls.data
  const proposing = controls.data.controls.find(({ control }) => control === propose)
  return (
    <ListAndCase
      wide={false}
      list={
        <div className={classes.list}>
          <p className={classes.lead}>{texts.controls.lead}</p>
          <ControlTable
            controls={controls.data.controls}
            onPropose={(control) => show({ propose: control })}
            onOpen={(change) => show({ id: change })}
          />
          <ChangeTable
            changes={changes.map(({ name, said, ...change }) => ({
              ...change,
              title: say(name),
              said: <ShownValue value={said} />,
            }))}
            openId={id ?? null}
            onOpen={(change) => show({ id: change })}
          />
        </div>
      }
      case={
        proposing !== undefined ? (
          <ProposeControlForm
            key={proposing.control}
            control={proposing}
            today={on}
            onClose={(change) => show(change === null ? {} : { id: change })}
          />
        ) : id !== undefined ? (
          <ControlCaseView key={id} id={id} onClose={() => show({})} />
        ) : null
      }
    />
  )
}
