import { Amount } from "../shared/amount"
import { FeeKind, FeePart } from "./fee-kind"
import { Finding } from "./finding"

/** Withheld by law and taken from the file as they are: a rule for them is not needed. */
const TAKEN_AS_STATED: readonly FeeKind[] = ["vat", "income_tax"]

/**
 * Compares fee by fee. An expected part with a name stands for that fee alone, one without a
 * name for all other fees of its kind.
 * @param expected null where only the sum is known.
 */
export function compareFees(
  charged: FeePart[],
  expected: FeePart[],
  tolerance: Amount
): Finding[] {
  const groups = new Map<string, Group>()
  for (const part of expected) {
    groupOf(groups, part.kind, part.name).expected += part.amount
    groupOf(groups, part.kind, part.name).is_expected = true
  }
  for (const part of charged) {
    const name = groups.has(keyOf(part.kind, part.name)) ? part.name : ""
    const group = groupOf(groups, part.kind, name)
    group.charged += part.amount
    group.names.add(part.name)
  }
  return [...groups.values()].flatMap((group) => findingsOf(group, tolerance))
}

type Group = {
  kind: FeeKind
  names: Set<string>
  expected: Amount
  charged: Amount
  is_expected: boolean
}

function keyOf(kind: FeeKind, name: string): string {
  return `${kind} ${name}`
}

function groupOf(
  groups: Map<string, Group>,
  kind: FeeKind,
  name: string
): Group {
  const key = keyOf(kind, name)
  const known = groups.get(key)
  if (known) {
    return known
  }
  const group: Group = {
    kind,
    names: new Set(name ? [name] : []),
    expected: 0,
    charged: 0,
    is_expected: false,
  }
  groups.set(key, group)
  return group
}

function findingsOf(group: Group, tolerance: Amount): Finding[] {
  const amount = group.charged - group.expected
  if (
    Math.abs(amount) <= tolerance ||
    (!group.is_expected && TAKEN_AS_STATED.includes(group.kind))
  ) {
    return []
  }
  return [
    {
      code: codeOf(group, amount),
      amount,
      fee: { kind: group.kind, name: [...group.names].join(", ") },
      params: { expected: group.expected, charged: group.charged },
    },
  ]
}

function codeOf(group: Group, amount: Amount): Finding["code"] {
  if (!group.is_expected) {
    return amount < 0 ? "fee_unexpected" : "fee_lower"
  }
  if (group.charged === 0) {
    return "fee_missing"
  }
  return amount < 0 ? "fee_higher" : "fee_lower"
}

/** Taxes that nobody expects and that are taken as stated. */
export function statedTaxes(charged: FeePart[], expected: FeePart[]): Amount {
  const known = new Set(expected.map(({ kind }) => kind))
  return charged
    .filter(({ kind }) => TAKEN_AS_STATED.includes(kind) && !known.has(kind))
    .reduce((sum, { amount }) => sum + amount, 0)
}
