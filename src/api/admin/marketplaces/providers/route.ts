import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { capabilitiesOf } from "../../../../domain/provider/capabilities"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { settingsSchemaOf } from "./settings-schema"

/** Marketplaces that channels can be connected of. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const providers = marketplacesOf(req.scope)
    .providers.list()
    .map(({ id, provider }) => ({
      id,
      label: provider.description.label,
      capabilities: capabilitiesOf(provider),
      connect_fields: provider.description.connect_fields,
      settings_schema: settingsSchemaOf(provider.description),
      connects_by_consent: provider.description.connects_by_consent,
      downloadable_statuses: provider.description.downloadable_statuses,
      default_download_statuses: provider.description.default_download_statuses,
      order_url: provider.description.order_url,
    }))
  res.json({ providers })
}
