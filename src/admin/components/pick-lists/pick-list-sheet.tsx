import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { byLocation } from "../../lib/pick-lines"
import type { PickListDetail } from "../../lib/types"
import { PrintSheet } from "../print/print-sheet"

/** The list on paper, with boxes to tick. */
export function PickListSheet({
  list,
  barcodes,
  onDone,
}: {
  list: PickListDetail
  /** Pictures by the text they stand for. */
  barcodes: Map<string, string>
  onDone: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const title = t("marketplaces.pick_lists.numbered", { number: list.number })
  return (
    <PrintSheet title={title} onDone={onDone}>
      <h1>{title}</h1>
      <p style={{ textAlign: "center" }}>
        {[
          t("marketplaces.orders.count", { count: list.order_count }),
          format.dateTime(list.created_at),
          list.created_by_name,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {byLocation(list.lines).map(({ location, lines }) => (
        <table key={location ?? ""}>
          <thead>
            <tr>
              <th colSpan={5}>
                {location ?? t("marketplaces.pick_lists.no_location")}
              </th>
            </tr>
            <tr>
              <th style={{ width: 28 }}>☐</th>
              <th style={{ width: 64 }} />
              <th>{t("marketplaces.fields.lines")}</th>
              <th style={{ width: 190 }}>{t("marketplaces.fields.barcode")}</th>
              <th style={{ width: 60 }}>{t("marketplaces.fields.quantity")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const code = line.barcode ?? line.sku ?? ""
              const picture = barcodes.get(code)
              return (
                <tr key={line.key}>
                  <td>☐</td>
                  <td>
                    {line.image_url && /^https?:/.test(line.image_url) && (
                      <img
                        src={line.image_url}
                        alt=""
                        referrerPolicy="no-referrer"
                        style={{ maxWidth: 52 }}
                      />
                    )}
                  </td>
                  <td>
                    <strong>{line.title}</strong>
                    <br />
                    {[line.sku_title, line.sku].filter(Boolean).join(" · ")}
                  </td>
                  <td>{picture ? <img src={picture} alt={code} /> : code}</td>
                  <td style={{ fontSize: 18, fontWeight: 600 }}>
                    {line.quantity}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
    </PrintSheet>
  )
}
