import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState } from "../../../components/common/empty-state"
import { Moment } from "../../../components/common/moment"
import { PageHeader } from "../../../components/common/page-header"
import { QueryState } from "../../../components/common/query-state"
import { AlarmList } from "../../../components/health/alarm-list"
import { ChannelSigns } from "../../../components/health/channel-signs"
import { ProcessRows } from "../../../components/health/process-rows"
import { useChannels } from "../../../hooks/api/channels"
import { useHealth } from "../../../hooks/api/health"
import type { Health } from "../../../lib/types"

const COLORS = { ok: "green", attention: "orange", broken: "red" } as const

/** What is wrong, what helps, and the last sign of life of everything. */
const HealthPage = () => {
  const { t } = useTranslation()
  const health = useHealth()
  const channels = useChannels().data?.channels ?? []
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <PageHeader
          title={t("marketplaces.health")}
          hint={t("marketplaces.health_page.hint")}
        >
          {health.data && <HealthBadge health={health.data} />}
        </PageHeader>
        <QueryState query={health}>
          {({ alarms, channels: watched }) =>
            alarms.length ? (
              <AlarmList alarms={alarms} channels={channels} />
            ) : (
              <NothingWrong connected={watched.length > 0} />
            )
          }
        </QueryState>
      </Container>
      {health.data?.channels.map((channel) => (
        <ChannelSigns key={channel.channel_id} channel={channel} />
      ))}
      {health.data && health.data.processes.length > 0 && (
        <Container className="divide-y p-0">
          <div className="px-6 py-4">
            <Heading level="h2">
              {t("marketplaces.health_page.processes")}
            </Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.health_page.processes_hint")}
            </Text>
          </div>
          <ProcessRows processes={health.data.processes} />
        </Container>
      )}
    </div>
  )
}

function HealthBadge({ health }: { health: Health }) {
  const { t } = useTranslation()
  return (
    <div className="flex items-center gap-x-3" aria-live="polite">
      <Text size="small" className="text-ui-fg-muted">
        {t("marketplaces.health_page.checked")}{" "}
        <Moment value={health.checked_at} />
      </Text>
      <StatusBadge color={COLORS[health.state]}>
        {t(`marketplaces.health_page.state.${health.state}`)}
      </StatusBadge>
    </div>
  )
}

function NothingWrong({ connected }: { connected: boolean }) {
  const { t } = useTranslation()
  return connected ? (
    <EmptyState
      title={t("marketplaces.health_page.all_well")}
      hint={t("marketplaces.health_page.all_well_hint")}
    />
  ) : (
    <EmptyState
      title={t("marketplaces.health_page.no_channels")}
      hint={t("marketplaces.health_page.no_channels_hint")}
    >
      <Button asChild size="small" variant="secondary">
        <Link to="/marketplaces/channels?connect=1">
          {t("marketplaces.channels.connect")}
        </Link>
      </Button>
    </EmptyState>
  )
}

export default HealthPage

export const config = defineRouteConfig({
  label: "marketplaces.health",
  translationNs: "translation",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.health" />,
}
