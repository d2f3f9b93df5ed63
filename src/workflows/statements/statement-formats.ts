import { readsStatementFiles } from "../../domain/provider/reads-statement-files"
import { NamedFormat } from "../../domain/statements/reading/find-tables"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

type Formats = { own: NamedFormat; others: NamedFormat[] }

/**
 * How statement files of a channel's marketplace look, beside those of all others.
 * @returns null when no file of that marketplace can be read.
 */
export function statementFormats(
  { providers }: Pick<MarketplaceChannelModuleService, "providers">,
  provider_id: string
): Formats | null {
  const formats = new Map(
    providers.list().flatMap(({ id, provider }) =>
      readsStatementFiles(provider)
        ? [
            [
              id,
              {
                label: provider.description.label,
                format: provider.statement_format,
              },
            ] as const,
          ]
        : []
    )
  )
  const own = formats.get(provider_id)
  formats.delete(provider_id)
  return own ? { own, others: [...formats.values()] } : null
}
