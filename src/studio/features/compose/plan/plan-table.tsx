import { Reason } from '../../../ui/reason.tsx'
import type { PlanItem } from './expand-plan.ts'
import { snippetOf } from './snippet.ts'
import { priceOfOne } from './usd-words.ts'

type PlanTableProps = { items: readonly PlanItem[]; caption: string }

const headOf = (name: string) => (name === 'Run' ? 'px-1 text-right' : 'px-1 text-left')

function PromptWords({ item }: { item: PlanItem }) {
  return (
    <span title={item.prompt.text}>
      {snippetOf(item.prompt).map(({ text, isChosen }, index) =>
        isChosen ? (
          <mark key={index} className="rounded-sm bg-selected px-0.5 text-ink">
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </span>
  )
}

/** Every one that will be made: how it differs, what it costs, and why it would be refused. */
export function PlanTable({ items, caption }: PlanTableProps) {
  const names = items[0]?.labels.map(({ name }) => name) ?? []
  return (
    <table className="w-full border-collapse text-dense tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 bg-panel text-mark text-quiet">
        <tr>
          <th scope="col" className="w-5 pr-1 text-right font-normal">
            <span className="sr-only">Number</span>
          </th>
          {names.map((name) => (
            <th key={name} scope="col" className={`font-normal ${headOf(name)}`}>
              {name}
            </th>
          ))}
          <th scope="col" className="pl-1 text-right font-normal">
            Price
          </th>
        </tr>
      </thead>
      {items.map((item, index) => (
        <tbody key={index} className="border-t align-top">
          <tr className={item.isRefused ? 'text-quiet' : ''}>
            <th scope="row" className="py-1 pr-1 text-right font-normal text-quiet">
              {index + 1}
            </th>
            {item.labels.map(({ name, value }) => (
              <td
                key={name}
                className={`py-1 ${headOf(name)} ${name === 'Prompt' ? 'text-quiet' : 'whitespace-nowrap'}`}
              >
                {name === 'Prompt' ? <PromptWords item={item} /> : value}
              </td>
            ))}
            <td className="py-1 pl-1 text-right whitespace-nowrap">
              {item.isRefused ? 'not sent' : priceOfOne(item.price)}
            </td>
          </tr>
          {item.violations.map(({ code, path, reason }) => (
            <tr key={code + path}>
              <td colSpan={names.length + 2} className="pb-1 pl-6">
                <Reason
                  id={`plan-${index}-${code}`}
                  tone={item.isRefused ? 'bad' : 'warn'}
                  text={reason}
                />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
