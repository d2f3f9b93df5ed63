import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFeeRuleProposals } from "../../hooks/api/fee-rules"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFeeRuleText } from "../../hooks/use-fee-rule-text"
import { useFormat } from "../../hooks/use-format"
import { feeName } from "../../lib/statement-text"
import type { Channel, FeeRuleProposal } from "../../lib/types"

/** Fees as the statements show them, each with how many orders speak for it. */
export function FeeRuleProposals({
  channel,
  onTake,
}: {
  channel: Channel
  /** The rule is looked at once more before it is saved. */
  onTake: (rule: FeeRuleProposal["rule"]) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const onError = useFailureToast()
  const propose = useFeeRuleProposals()
  const textOf = useFeeRuleText(channel.currency_code)
  const proposals = propose.data?.proposals
  return (
    <section className="flex flex-col gap-y-2 border-t pt-4">
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        isLoading={propose.isPending}
        onClick={() => propose.mutate(channel.id, { onError })}
      >
        {t("marketplaces.statements.rules.propose")}
      </Button>
      {proposals?.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("marketplaces.statements.rules.no_proposals")}
        </Text>
      )}
      {proposals && proposals.length > 0 && (
        <>
          <Heading level="h3">
            {t("marketplaces.statements.rules.proposals")}
          </Heading>
          <ul className="divide-y">
            {proposals.map(({ rule, evidence }, index) => (
              <li
                key={index}
                className="flex items-center justify-between gap-x-3 py-2"
              >
                <div className="min-w-0">
                  <Text size="small" weight="plus">
                    {feeName(t, { kind: rule.kind, name: rule.name ?? null })}
                  </Text>
                  <Text size="small" className="text-ui-fg-subtle">
                    {textOf(rule)}
                  </Text>
                  <Text size="xsmall" className="text-ui-fg-muted">
                    {t("marketplaces.statements.rules.evidence", {
                      agreeing: format.number(evidence.agreeing_count),
                      orders: format.number(evidence.order_count),
                    })}
                  </Text>
                </div>
                <Button
                  size="small"
                  variant="secondary"
                  onClick={() => onTake(rule)}
                >
                  {t("marketplaces.statements.rules.take")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
