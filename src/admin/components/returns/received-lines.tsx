import { Hint, Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type ReceivedLine,
  unitsOf,
} from "../../../domain/returns/received-lines"
import { type ExpectedLine, exceeds } from "../../lib/received"
import { Picture } from "../common/picture"

const KINDS = ["good", "damaged", "lost"] as const

/** Units of each line, by the state they were found in. */
export function ReceivedLines({
  expected,
  value,
  onChange,
}: {
  expected: ExpectedLine[]
  value: ReceivedLine[]
  onChange: (lines: ReceivedLine[]) => void
}) {
  const { t } = useTranslation()
  const change = (
    line_id: string,
    kind: (typeof KINDS)[number],
    text: string
  ) =>
    onChange(
      value.map((line) =>
        line.line_id === line_id
          ? { ...line, [kind]: Math.max(0, Math.trunc(Number(text) || 0)) }
          : line
      )
    )
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">
        {t("marketplaces.received.lines")}
      </legend>
      <ul className="divide-y rounded-lg border">
        {expected.map((line) => {
          const units = value.find(({ line_id }) => line_id === line.line_id)
          return (
            <li
              key={line.line_id}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
            >
              <Picture url={line.image_url} />
              <div className="min-w-40 flex-1">
                <Text size="small" className="break-words">
                  {line.title}
                </Text>
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {line.detail}
                </Text>
              </div>
              {KINDS.map((kind) => (
                <label
                  key={kind}
                  className="txt-compact-xsmall flex w-16 flex-col gap-y-1"
                >
                  {t(`marketplaces.received.${kind}`)}
                  <Input
                    type="number"
                    size="small"
                    min={0}
                    max={line.quantity}
                    value={units?.[kind] ?? 0}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) =>
                      change(line.line_id, kind, event.target.value)
                    }
                  />
                </label>
              ))}
              <Text size="xsmall" className="text-ui-fg-subtle w-12">
                {units && unitsOf(units)}{" "}
                {t("marketplaces.received.of", { count: line.quantity })}
              </Text>
            </li>
          )
        })}
      </ul>
      {exceeds(expected, value) && (
        <Hint variant="error">{t("marketplaces.received.more_than_sold")}</Hint>
      )}
      {value.every((line) => unitsOf(line) === 0) && (
        <Hint variant="error">{t("marketplaces.received.nothing")}</Hint>
      )}
    </fieldset>
  )
}
