import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { conditionTotals } from "../../lib/handover-scans"
import type { HandoverDetail, HandoverParcel } from "../../lib/types"
import { PrintSheet } from "../print/print-sheet"

/** The record on paper: its parcels, what they add up to, and where both sides sign. */
export function HandoverSheet({
  handover,
  barcodes,
  onDone,
}: {
  handover: HandoverDetail
  /** Pictures by the text they stand for. */
  barcodes: Map<string, string>
  onDone: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const inbound = handover.direction === "inbound"
  const parcels = [...handover.parcels].sort((a, b) =>
    (a.scanned_at ?? "").localeCompare(b.scanned_at ?? "")
  )
  const totals = conditionTotals(parcels)
  const title = t("marketplaces.handovers.numbered", {
    number: handover.number,
  })
  const facts: [string, string | null][] = [
    [
      t("marketplaces.handovers.direction"),
      t(`marketplaces.handover_direction.${handover.direction}`),
    ],
    [
      t("marketplaces.fields.channel"),
      handover.channel_name ?? t("marketplaces.tabs.all_channels"),
    ],
    [
      t("marketplaces.fields.carrier"),
      handover.carrier ??
        [...new Set(parcels.flatMap(({ carrier }) => carrier ?? []))].join(
          ", "
        ),
    ],
    [
      t("marketplaces.handovers.sheet_date"),
      format.dateTime(handover.closed_at ?? handover.created_at),
    ],
    [
      t("marketplaces.handovers.sheet_by"),
      handover.closed_by_name ?? handover.created_by_name,
    ],
    [t("marketplaces.handovers.note"), handover.note],
  ]
  return (
    <PrintSheet title={title} onDone={onDone}>
      <h1>{title}</h1>
      <table>
        <tbody>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <tr key={name}>
                <th style={{ width: "30%" }}>{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th>#</th>
            <th>{t("marketplaces.fields.waybill")}</th>
            <th>{t("marketplaces.fields.order_id")}</th>
            <th>
              {inbound
                ? t("marketplaces.handovers.condition")
                : t("marketplaces.fields.carrier")}
            </th>
            <th>{t("marketplaces.handovers.note")}</th>
          </tr>
        </thead>
        <tbody>
          {parcels.map((parcel, index) => (
            <tr key={parcel.scan_id}>
              <td>{index + 1}</td>
              <td>
                <SheetCode parcel={parcel} barcodes={barcodes} />
              </td>
              <td>
                {parcel.orders.map(({ external_id }) => external_id).join(", ")}
              </td>
              <td>
                {inbound ? <SheetCondition parcel={parcel} /> : parcel.carrier}
              </td>
              <td>{parcel.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <strong>
          {t("marketplaces.handovers.sheet_total", { count: parcels.length })}
        </strong>
        {inbound && ` · ${t("marketplaces.handovers.sheet_units", totals)}`}
      </p>
      <div
        className="whole"
        style={{ display: "flex", gap: 24, marginTop: 24, height: 160 }}
      >
        {(["shop", "carrier"] as const).map((side) => (
          <div key={side} style={{ flex: 1, textAlign: "center" }}>
            <strong>{t(`marketplaces.handovers.sign_${side}`)}</strong>
            <br />
            <em>{t("marketplaces.handovers.sign_hint")}</em>
          </div>
        ))}
      </div>
    </PrintSheet>
  )
}

function SheetCode({
  parcel,
  barcodes,
}: {
  parcel: HandoverParcel
  barcodes: Map<string, string>
}) {
  const code = parcel.tracking_number ?? parcel.external_id ?? ""
  const picture = barcodes.get(code)
  return picture ? <img src={picture} alt={code} /> : <>{code}</>
}

function SheetCondition({ parcel }: { parcel: HandoverParcel }) {
  const { t } = useTranslation()
  const totals = conditionTotals([parcel])
  const found = (["good", "damaged", "lost"] as const).filter(
    (kind) => totals[kind] > 0
  )
  return (
    <>
      {found.length > 0
        ? found
            .map(
              (kind) => `${t(`marketplaces.received.${kind}`)} ${totals[kind]}`
            )
            .join(", ")
        : parcel.condition && t(`marketplaces.received.${parcel.condition}`)}
    </>
  )
}
