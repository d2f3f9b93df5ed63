import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SettlementDetail } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Moment } from "../common/moment"

/** What people did about an order's settlement. */
export function SettlementEvents({ events }: Pick<SettlementDetail, "events">) {
  const { t } = useTranslation()
  return (
    <DrawerSection title={t("marketplaces.statements.order.events")}>
      {events.length === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 pb-3">
          {t("marketplaces.statements.order.no_events")}
        </Text>
      )}
      {events.map(({ id, kind, params, at, actor_name }) => (
        <DetailRow
          key={id}
          label={t(`marketplaces.statements.order.event.${kind}`, {
            defaultValue: kind,
          })}
        >
          <Moment value={at} />
          {actor_name && ` · ${actor_name}`}
          {params?.claim_id ? (
            <>
              {" · "}
              <Link
                className="text-ui-fg-interactive"
                to={`/marketplaces/statements/claims?claim=${params.claim_id}`}
              >
                #{params.number}
              </Link>
              {params.to && ` · ${t(`marketplaces.claims.state.${params.to}`)}`}
              {params.note && ` · ${params.note}`}
            </>
          ) : (
            params?.reason && ` · ${params.reason}`
          )}
        </DetailRow>
      ))}
    </DrawerSection>
  )
}
