import { AdminClient } from "./admin"
import { finishRun } from "./runs"

/** Downloads what channels sell and links it to the host's variants by SKU. */
export async function downloadAndLink(
  admin: AdminClient,
  channel_ids: string[]
): Promise<void> {
  await finishRun(admin, "/listings/downloads", { channel_ids })
  for (const channel_id of channel_ids) {
    await admin.post("/listings/auto-link", { channel_id, apply: true })
  }
}
