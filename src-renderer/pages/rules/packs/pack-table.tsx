import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { StandingMark } from '#renderer/shell/status/status-mark.tsx'
import type { PackRow } from '#shared/contracts/console-engine/rules.ts'
import classes from '../rules.module.css'

interface PackTableProps {
  readonly packs: readonly PackRow[]
  readonly onOpen: (id: string) => void
}

/** Every pack with its days, and where it came from. */
export function PackTable({ packs, onOpen }: PackTableProps) {
  const texts = useTexts().rules
  const say = useBilingual()
  return (
    <Panel title={texts.packs.title}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{texts.packs.marketplace}</th>
              <th scope="col">{texts.packs.version}</th>
              <th scope="col">{texts.columns.standing}</th>
              <th scope="col">{texts.packs.days}</th>
              <th scope="col">{texts.packs.origin}</th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => {
              const { changeId } = pack
              return (
                <tr key={`${pack.marketplace} ${pack.effectiveFrom}`}>
                  <th scope="row" className={classes.name}>
                    {say(pack.name)}
                  </th>
                  <td>{pack.version}</td>
                  <td>
                    <StandingMark standing={pack.standing} />
                  </td>
                  <td className={classes.value}>
                    {texts.packs.span(pack.effectiveFrom, pack.effectiveTo ?? '')}
                  </td>
                  <td>
                    {changeId === null ? (
                      texts.packs.shipped
                    ) : (
                      <button type="button" className={classes.open} onClick={() => onOpen(changeId)}>
                        {texts.packs.added}
                      </button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
