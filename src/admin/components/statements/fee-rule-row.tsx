import { Pencil, Trash } from "@medusajs/icons"
import { IconButton, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRemoveFeeRule } from "../../hooks/api/fee-rules"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFeeRuleText } from "../../hooks/use-fee-rule-text"
import { feeName } from "../../lib/statement-text"
import type { FeeRule } from "../../lib/types"

/** One rule in words, to be changed or removed. */
export function FeeRuleRow({
  rule,
  currency_code,
  onEdit,
}: {
  rule: FeeRule
  currency_code: string
  onEdit: () => void
}) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const onError = useFailureToast()
  const remove = useRemoveFeeRule()
  const textOf = useFeeRuleText(currency_code)
  const name = feeName(t, rule)
  const ask = async () => {
    const sure = await prompt({
      title: t("marketplaces.statements.rules.remove_title"),
      description: t("marketplaces.statements.rules.remove_text"),
      confirmText: t("marketplaces.statements.rules.remove"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      remove.mutate(rule.id, {
        onSuccess: () =>
          toast.success(t("marketplaces.statements.rules.removed")),
        onError,
      })
    }
  }
  return (
    <li className="flex items-center justify-between gap-x-3 py-2">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {textOf(rule)}
        </Text>
      </div>
      <div className="flex shrink-0 gap-x-1">
        <IconButton
          size="small"
          variant="transparent"
          aria-label={`${t("marketplaces.statements.rules.edit")} ${name}`}
          onClick={onEdit}
        >
          <Pencil />
        </IconButton>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={`${t("marketplaces.statements.rules.remove")} ${name}`}
          isLoading={remove.isPending}
          onClick={() => void ask()}
        >
          <Trash />
        </IconButton>
      </div>
    </li>
  )
}
