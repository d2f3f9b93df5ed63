import { Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { FlowState } from "../../../domain/health/flow-state"
import { FLOW_WORDS } from "../../../domain/health/flow-words"
import { useFormat } from "../../hooks/use-format"
import type { ChannelHealthState } from "../../lib/types"
import { ChannelStatusBadge } from "../channels/channel-status-badge"
import { DetailRow } from "../common/detail-row"
import { Moment } from "../common/moment"

const COLORS: Record<FlowState, "green" | "blue" | "orange" | "red" | "grey"> =
  {
    ok: "green",
    working: "blue",
    late: "orange",
    failing: "red",
    stopped: "grey",
  }

/** The last signs of life of one channel, as a whole and of each work. */
export function ChannelSigns({ channel }: { channel: ChannelHealthState }) {
  const { t } = useTranslation()
  const never = t("marketplaces.health_page.never")
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2" className="min-w-0 break-words">
          <Link
            to={`/marketplaces/channels/${channel.channel_id}`}
            className="hover:text-ui-fg-interactive"
          >
            {channel.name}
          </Link>
        </Heading>
        <ChannelStatusBadge status={channel.status} />
      </div>
      <DetailRow label={t("marketplaces.health_page.last_order")}>
        <Signs value={channel.last_order_at} empty={never} />
      </DetailRow>
      <DetailRow label={t("marketplaces.health_page.last_message")}>
        <Signs value={channel.last_webhook_at} empty={never} />
      </DetailRow>
      {channel.authorization_ends_at && (
        <DetailRow label={t("marketplaces.health_page.sign_in_ends")}>
          <Signs value={channel.authorization_ends_at} empty={never} />
        </DetailRow>
      )}
      <FlowTable flows={channel.flows} />
    </Container>
  )
}

function FlowTable({ flows }: Pick<ChannelHealthState, "flows">) {
  const { t } = useTranslation()
  const format = useFormat()
  const never = t("marketplaces.health_page.never")
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>
              {t("marketplaces.health_page.work")}
            </Table.HeaderCell>
            <Table.HeaderCell>
              {t("marketplaces.fields.status")}
            </Table.HeaderCell>
            <Table.HeaderCell>
              {t("marketplaces.health_page.last_success")}
            </Table.HeaderCell>
            <Table.HeaderCell>
              {t("marketplaces.health_page.next")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {flows.map((flow) => (
            <Table.Row key={flow.kind}>
              <Table.Cell className="first-letter:uppercase">
                {format.localized(FLOW_WORDS[flow.kind])}
              </Table.Cell>
              <Table.Cell>
                <StatusBadge
                  color={COLORS[flow.state]}
                  className="whitespace-nowrap"
                >
                  {t(`marketplaces.health_page.flow_state.${flow.state}`)}
                </StatusBadge>
                {flow.last_error && (
                  <Text
                    size="xsmall"
                    className="text-ui-fg-subtle max-w-xs whitespace-normal break-words pb-2"
                  >
                    {flow.last_error}
                  </Text>
                )}
              </Table.Cell>
              <Table.Cell>
                <Signs value={flow.last_success_at} empty={never} />
              </Table.Cell>
              <Table.Cell>
                <Moment
                  value={flow.state === "stopped" ? null : flow.due_at}
                  relative
                />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

/** How long ago, and when exactly. */
function Signs({ value, empty }: { value: string | null; empty: string }) {
  return (
    <span className="whitespace-nowrap">
      <Moment value={value} relative empty={empty} />
      {value && (
        <span className="text-ui-fg-muted txt-compact-xsmall ml-2">
          <Moment value={value} />
        </span>
      )}
    </span>
  )
}
