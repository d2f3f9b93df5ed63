import { Checkbox, Heading, Input, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { byLocation } from "../../lib/pick-lines"
import type { PickLine } from "../../lib/types"
import { Barcode } from "../common/barcode"
import { Picture } from "../common/picture"

type OnPick = (key: string, units: number) => void

/** What to fetch, place by place; a tick takes the whole line, a number a part of it. */
export function PickLines({
  lines,
  onPick,
}: {
  lines: PickLine[]
  /** Left out once the list is finished. */
  onPick?: OnPick
}) {
  const { t } = useTranslation()
  return (
    <>
      {byLocation(lines).map(({ location, lines: own }) => (
        <section key={location ?? ""}>
          <Heading level="h2" className="bg-ui-bg-subtle px-6 py-2">
            {location ?? t("marketplaces.pick_lists.no_location")}
          </Heading>
          <ul className="divide-y">
            {own.map((line) => (
              <PickLineRow key={line.key} line={line} onPick={onPick} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function PickLineRow({ line, onPick }: { line: PickLine; onPick?: OnPick }) {
  const { t } = useTranslation()
  const complete = line.picked >= line.quantity
  const code = line.barcode ?? line.sku
  return (
    <li
      className={clx(
        "flex items-center gap-x-4 px-6 py-3",
        complete && "bg-ui-tag-green-bg"
      )}
    >
      <Checkbox
        checked={complete}
        disabled={!onPick}
        aria-label={`${t("marketplaces.pick_lists.picked")}: ${line.title}`}
        onCheckedChange={(checked) =>
          onPick?.(line.key, checked === true ? line.quantity : 0)
        }
      />
      <Picture url={line.image_url} large />
      <div className="min-w-0 flex-1">
        <Text weight="plus" className="break-words">
          {line.title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {[
            line.sku_title,
            line.sku,
            t("marketplaces.orders.count", { count: line.order_count }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      {code && (
        <div className="hidden shrink-0 lg:block">
          <Barcode text={code} />
        </div>
      )}
      <Input
        key={line.picked}
        type="number"
        size="small"
        className="w-16 text-right"
        min={0}
        max={line.quantity}
        disabled={!onPick}
        defaultValue={line.picked}
        aria-label={`${t("marketplaces.pick_lists.picked")} ${line.title}`}
        onBlur={(event) => {
          const units = Math.min(
            line.quantity,
            Math.max(0, Math.trunc(Number(event.target.value) || 0))
          )
          if (units !== line.picked) {
            onPick?.(line.key, units)
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.currentTarget.blur()
          }
        }}
      />
      <span className="w-20 whitespace-nowrap text-2xl font-semibold tabular-nums">
        / {line.quantity}
      </span>
    </li>
  )
}
