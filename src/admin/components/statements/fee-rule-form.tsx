import { Button, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FEE_KINDS } from "../../../domain/statements/fee-kind"
import { FEE_BASES } from "../../../domain/statements/fee-rule"
import { useSaveFeeRule } from "../../hooks/api/fee-rules"
import {
  percentOf,
  rateOf,
  ruleProblem,
  wholeAmountOf,
} from "../../lib/fee-rules"
import type { FeeRuleInput } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { LabelledField } from "../common/labelled-field"
import { LabelledSelect } from "../common/labelled-select"
import { NumberField } from "../common/number-field"

/** A rule as it is written: which fee, how much, and from when to when. */
export function FeeRuleForm({
  channel_id,
  rule,
  onDone,
}: {
  channel_id: string
  rule: FeeRuleInput & { id?: string }
  onDone: () => void
}) {
  const { t } = useTranslation()
  const save = useSaveFeeRule(channel_id)
  const [draft, setDraft] = useState<FeeRuleInput>(() => ({
    kind: rule.kind,
    name: rule.name,
    basis: rule.basis,
    rate_ppm: rule.rate_ppm,
    fixed_amount: rule.fixed_amount,
    most_amount: rule.most_amount,
    starts_on: rule.starts_on,
    ends_on: rule.ends_on,
  }))
  const change = (changes: Partial<FeeRuleInput>) =>
    setDraft((current) => ({ ...current, ...changes }))
  const problem = ruleProblem(draft)
  return (
    <form
      className="shadow-borders-base flex flex-col gap-y-4 rounded-lg p-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { ...draft, ...(rule.id && { id: rule.id }) },
          {
            onSuccess: () => {
              toast.success(t("marketplaces.statements.rules.saved"))
              onDone()
            },
          }
        )
      }}
    >
      <LabelledSelect
        label={t("marketplaces.statements.rules.kind")}
        value={draft.kind}
        options={FEE_KINDS.map((value) => ({
          value,
          label: t(`marketplaces.statements.fee.${value}`),
        }))}
        onChange={(value) =>
          change({ kind: FEE_KINDS.find((one) => one === value) })
        }
      />
      <LabelledField
        label={t("marketplaces.statements.rules.name")}
        hint={t("marketplaces.statements.rules.name_hint")}
      >
        {(id) => (
          <Input
            id={id}
            size="small"
            maxLength={200}
            value={draft.name ?? ""}
            onChange={(event) => change({ name: event.target.value || null })}
          />
        )}
      </LabelledField>
      <div className="grid grid-cols-2 gap-4">
        <NumberField
          label={t("marketplaces.statements.rules.rate")}
          value={percentOf(draft.rate_ppm)}
          placeholder="0"
          expects="percent"
          parse={rateOf}
          onChange={(rate_ppm) => change({ rate_ppm: rate_ppm ?? 0 })}
        />
        <LabelledSelect
          label={t("marketplaces.statements.rules.basis")}
          value={draft.basis}
          options={FEE_BASES.map((value) => ({
            value,
            label: t(`marketplaces.statements.rules.basis_name.${value}`),
          }))}
          onChange={(value) =>
            change({ basis: FEE_BASES.find((one) => one === value) })
          }
        />
        <NumberField
          label={t("marketplaces.statements.rules.fixed")}
          value={draft.fixed_amount}
          placeholder="0"
          expects="whole"
          parse={wholeAmountOf}
          onChange={(amount) => change({ fixed_amount: amount ?? 0 })}
        />
        <NumberField
          label={t("marketplaces.statements.rules.most")}
          value={draft.most_amount}
          placeholder={t("marketplaces.statements.rules.no_limit")}
          expects="whole"
          parse={wholeAmountOf}
          onChange={(most_amount) => change({ most_amount })}
        />
        {(["starts_on", "ends_on"] as const).map((name) => (
          <LabelledField
            key={name}
            label={t(`marketplaces.statements.rules.${name}`)}
          >
            {(id) => (
              <Input
                id={id}
                type="date"
                size="small"
                value={draft[name] ?? ""}
                onChange={(event) =>
                  change({ [name]: event.target.value || null })
                }
              />
            )}
          </LabelledField>
        ))}
      </div>
      {problem && (
        <Text size="small" className="text-ui-fg-muted" aria-live="polite">
          {t(`marketplaces.statements.rules.${problem}`)}
        </Text>
      )}
      {save.isError && <ErrorState error={save.error} />}
      <div className="flex justify-end gap-2">
        <Button type="button" size="small" variant="secondary" onClick={onDone}>
          {t("marketplaces.actions.cancel")}
        </Button>
        <Button
          type="submit"
          size="small"
          disabled={problem !== null}
          isLoading={save.isPending}
        >
          {t("marketplaces.actions.save")}
        </Button>
      </div>
    </form>
  )
}
