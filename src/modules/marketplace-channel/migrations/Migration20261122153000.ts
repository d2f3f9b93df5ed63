import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122153000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "marketplace_channel_order" add column if not exists "payload_redacted_at" timestamptz null, add column if not exists "buyer_external_id" text null, add column if not exists "erasure_began_at" timestamptz null, add column if not exists "buyer_erased_at" timestamptz null;`);
    // The two marketplaces that orders may be stored of name their buyers so.
    this.addSql(`update "marketplace_channel_order" set "buyer_external_id" = coalesce("payload"->>'user_id', "payload"->'customer'->>'id') where "buyer_external_id" is null;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_buyer" ON "marketplace_channel_order" ("channel_id", "buyer_external_id") WHERE buyer_external_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_erasing" ON "marketplace_channel_order" ("erasure_began_at") WHERE erasure_began_at IS NOT NULL AND buyer_erased_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_unredacted" ON "marketplace_channel_order" ("external_updated_at", "id") WHERE payload_redacted_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_event_at" ON "marketplace_stock_event" ("at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_sent" ON "marketplace_stock_push" ("sent_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_finished" ON "marketplace_run" ("finished_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_webhook_refusal_old" ON "marketplace_webhook_refusal" ("hour") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_file_part_begun" ON "marketplace_file_part" ("created_at") WHERE position = 0 AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_scan_photos" ON "marketplace_scan" ("at", "id") WHERE photo_file_ids <> '{}' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_receipt_photos" ON "marketplace_receipt" ("received_at", "id") WHERE photo_file_ids <> '{}' AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_marketplace_channel_order_buyer";`);
    this.addSql(`drop index if exists "IDX_marketplace_channel_order_erasing";`);
    this.addSql(`drop index if exists "IDX_marketplace_channel_order_unredacted";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_event_at";`);
    this.addSql(`drop index if exists "IDX_marketplace_stock_push_sent";`);
    this.addSql(`drop index if exists "IDX_marketplace_run_finished";`);
    this.addSql(`drop index if exists "IDX_marketplace_webhook_refusal_old";`);
    this.addSql(`drop index if exists "IDX_marketplace_file_part_begun";`);
    this.addSql(`drop index if exists "IDX_marketplace_scan_photos";`);
    this.addSql(`drop index if exists "IDX_marketplace_receipt_photos";`);

    this.addSql(`alter table if exists "marketplace_channel_order" drop column if exists "payload_redacted_at", drop column if exists "buyer_external_id", drop column if exists "erasure_began_at", drop column if exists "buyer_erased_at";`);
  }

}
