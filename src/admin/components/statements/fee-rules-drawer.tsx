import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFeeRules } from "../../hooks/api/fee-rules"
import { NEW_RULE } from "../../lib/fee-rules"
import type { Channel, FeeRule, FeeRuleInput } from "../../lib/types"
import { LabelledSelect } from "../common/labelled-select"
import { QueryState } from "../common/query-state"
import { FeeRuleForm } from "./fee-rule-form"
import { FeeRuleProposals } from "./fee-rule-proposals"
import { FeeRuleRow } from "./fee-rule-row"

/** What is being written: a new rule, or one that is there. */
type Editing = FeeRuleInput & { id?: string }

/** What a channel's marketplace may keep of an order, with the days it holds. */
export function FeeRulesDrawer({
  channels,
  channel_id,
  onChannel,
  onClose,
}: {
  channels: Channel[]
  channel_id: string
  onChannel: (channel_id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const channel = channels.find(({ id }) => id === channel_id) ?? channels[0]
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t("marketplaces.statements.rules.title")}
          </Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.statements.rules.hint")}
          </Text>
          {channel && (
            <>
              <LabelledSelect
                label={t("marketplaces.fields.channel")}
                value={channel.id}
                options={channels.map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
                onChange={onChannel}
              />
              <Rules key={channel.id} channel={channel} />
            </>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small">{t("marketplaces.actions.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Rules({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const rules = useFeeRules(channel.id)
  const [editing, setEditing] = useState<Editing | null>(null)
  const edit = (rule: FeeRule) => setEditing(rule)
  return (
    <>
      <QueryState query={rules} rows={3}>
        {({ fee_rules }) =>
          fee_rules.length === 0 ? (
            <Text size="small" className="text-ui-fg-muted">
              {t("marketplaces.statements.rules.empty")}
            </Text>
          ) : (
            <ul className="divide-y">
              {fee_rules.map((rule) => (
                <FeeRuleRow
                  key={rule.id}
                  rule={rule}
                  currency_code={channel.currency_code}
                  onEdit={() => edit(rule)}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
      {editing ? (
        <FeeRuleForm
          key={editing.id ?? JSON.stringify(editing)}
          channel_id={channel.id}
          rule={editing}
          onDone={() => setEditing(null)}
        />
      ) : (
        <>
          <Button
            size="small"
            variant="secondary"
            className="self-start"
            onClick={() => setEditing(NEW_RULE)}
          >
            {t("marketplaces.statements.rules.add")}
          </Button>
          <FeeRuleProposals
            channel={channel}
            onTake={(rule) => setEditing({ ...NEW_RULE, ...rule })}
          />
        </>
      )}
    </>
  )
}
