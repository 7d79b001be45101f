import { Link } from '@tanstack/react-router'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { NotVisible } from '#renderer/shell/states/not-visible.tsx'
import type { PackCompared, TouchedProviders } from '#shared/contracts/console-engine/rules.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from '../rules.module.css'

/** In what a pack differs from the one it takes the place of, and whom that touches. */
export function PackDifferences({ compared }: { readonly compared: PackCompared }) {
  const texts = useTexts().rules.packs
  const { differences, inForce, cut } = compared
  const lead = inForce === null ? texts.noneInForce : texts.against(inForce)
  return (
    <>
      <Panel
        title={texts.differences(grouped(differences.length))}
        lead={cut ? `${lead} ${texts.cut}` : lead}
      >
        {differences.length === 0 ? (
          <PanelNote>{texts.noDifference}</PanelNote>
        ) : (
          <div className={classes.scroll}>
            <table className={classes.table}>
              <tbody>
                {differences.map(({ place, about, before, after }) => (
                  <tr key={place}>
                    <th scope="row" className={classes.place}>
                      {place}
                      <small>{texts.about[about]}</small>
                    </th>
                    <td>
                      {before === null ? null : <del className={classes.before}>{before}</del>}
                      {after === null ? null : <ins className={classes.after}>{after}</ins>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      <Panel title={texts.touched.title}>
        {compared.touched === null ? (
          <PanelNote>
            <NotVisible what="depositObligation" />
          </PanelNote>
        ) : (
          <Touched touched={compared.touched} />
        )}
      </Panel>
    </>
  )
}

function Touched({ touched: { deposits, more, selling } }: { readonly touched: TouchedProviders }) {
  const all = useTexts()
  const texts = all.rules.packs.touched
  const said = ({ status, dueOn, asked }: TouchedProviders['deposits'][number]['before']) =>
    [all.statuses.depositObligation[status], dueOn, asked === null ? null : texts.asked(formatYuan(asked))]
      .filter((part) => part !== null)
      .join(' · ')
  return (
    <>
      <PanelNote>{selling === null ? texts.noFees : texts.selling(grouped(selling))}</PanelNote>
      {deposits.length === 0 ? (
        <PanelNote>{texts.noDeposits}</PanelNote>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <tbody>
              {deposits.map(({ id, name, before, after }) => (
                <tr key={id}>
                  <th scope="row" className={classes.name}>
                    <Link to="/deposits/$id" params={{ id }} className={classes.open}>
                      {name}
                    </Link>
                  </th>
                  <td>
                    <del className={classes.before}>{said(before)}</del>
                    <ins className={classes.after}>{said(after)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more === 0 ? null : <PanelNote>{texts.more(grouped(more))}</PanelNote>}
      <PanelNote>{texts.later}</PanelNote>
    </>
  )
}
