import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useFormat } from "../../hooks/use-format"
import type { StackedBars } from "../../lib/report-bars"

/** In the order of the parts; the last is that of everything else. */
const COLORS = [
  "bg-ui-tag-blue-icon",
  "bg-ui-tag-orange-icon",
  "bg-ui-tag-green-icon",
  "bg-ui-tag-purple-icon",
  "bg-ui-tag-red-icon",
  "bg-ui-tag-neutral-icon",
]

/** Lying bars made of parts, with a legend; every figure is there as text too. */
export function BarChart({
  title,
  stacked: { keys, bars },
  currency_code,
  partName,
  barName,
}: {
  title: string
  stacked: StackedBars
  currency_code: string
  partName: (key: string) => string
  barName: (id: string) => ReactNode
}) {
  const format = useFormat()
  const colorOf = (key: string) => COLORS[keys.indexOf(key)] ?? COLORS.at(-1)
  return (
    <figure className="flex flex-col gap-y-3 px-6 py-4">
      <figcaption>
        <Text size="small" weight="plus">
          {title}
        </Text>
      </figcaption>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {keys.map((key) => (
          <li key={key} className="flex items-center gap-x-1.5">
            <span
              aria-hidden
              className={clx("size-2.5 rounded-sm", colorOf(key))}
            />
            <Text size="xsmall" className="text-ui-fg-subtle">
              {partName(key)}
            </Text>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-y-2">
        {bars.map(({ id, total, parts }) => (
          <li
            key={id}
            className="grid grid-cols-[8rem_1fr_9rem] items-center gap-x-3"
          >
            <Text size="small" className="truncate">
              {barName(id)}
            </Text>
            <ul className="bg-ui-bg-subtle flex h-4 overflow-hidden rounded">
              {parts.map(({ key, amount, width }) => {
                const text = `${partName(key)}: ${format.money(amount, currency_code)}`
                return (
                  <li
                    key={key}
                    title={text}
                    className={clx("h-full", colorOf(key))}
                    style={{ width: `${width}%` }}
                  >
                    <span className="sr-only">{text}</span>
                  </li>
                )
              })}
            </ul>
            <Text size="small" className="text-right tabular-nums">
              {format.money(total, currency_code)}
            </Text>
          </li>
        ))}
      </ul>
    </figure>
  )
}
