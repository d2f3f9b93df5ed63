import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121192200 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_authorization" ("id" text not null, "provider_id" text not null, "account_external_id" text not null, "account_name" text not null, "secrets" text not null, "previous_secrets" text null, "scopes" text[] not null, "shops" jsonb not null, "expires_at" timestamptz null, "refresh_expires_at" timestamptz null, "claimed_by" text null, "refused_at" timestamptz null, "refused_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_authorization_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_authorization_deleted_at" ON "marketplace_authorization" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_authorization_account" ON "marketplace_authorization" ("provider_id", "account_external_id") WHERE claimed_by IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_authorization_request" ("id" text not null, "provider_id" text not null, "state_hash" text not null, "user_id" text not null, "secrets" text null, "channel_id" text null, "name" text null, "settings" jsonb null, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_authorization_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_authorization_request_state" ON "marketplace_authorization_request" ("state_hash") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_authorization_request_deleted_at" ON "marketplace_authorization_request" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_channel" ("id" text not null, "provider_id" text not null, "name" text not null, "external_id" text not null, "region" text not null, "currency_code" text not null, "status" text not null, "status_reason" text null, "settings" jsonb not null, "provider_data" jsonb not null, "warehouses" jsonb not null, "sales_channel_id" text not null, "authorization_id" text not null, "last_order_sync_at" timestamptz null, "last_listing_sync_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_channel_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_authorization" ON "marketplace_channel" ("authorization_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_deleted_at" ON "marketplace_channel" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_channel_shop" ON "marketplace_channel" ("provider_id", "external_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_channel_order" ("id" text not null, "channel_id" text not null, "external_id" text not null, "status" text null, "raw_status" text not null, "status_rule" text null, "flags" text[] not null, "import_state" text not null, "import_rule" text null, "block_reasons" jsonb not null, "medusa_order_id" text null, "display_id" text not null, "host_state" text not null, "settle_due_at" timestamptz null, "settle_attempts" integer not null default 0, "settle_error" text null, "reservation_generation" integer not null default 0, "payload" jsonb not null, "content_hash" text not null, "planned_hash" text null, "read_started_at" timestamptz not null, "placed_at" timestamptz not null, "external_updated_at" timestamptz not null, "paid_at" timestamptz null, "ship_by" timestamptz null, "currency_code" text null, "total" numeric null, "payment" text null, "money" jsonb null, "recipient" jsonb null, "search_text" text not null, "handed_over_at" timestamptz null, "raw_total" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_channel_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_medusa_order" ON "marketplace_channel_order" ("medusa_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_deleted_at" ON "marketplace_channel_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_external" ON "marketplace_channel_order" ("channel_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_status" ON "marketplace_channel_order" ("status", "placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_import_state" ON "marketplace_channel_order" ("import_state", "placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_placed" ON "marketplace_channel_order" ("placed_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_settle" ON "marketplace_channel_order" ("settle_due_at") WHERE settle_due_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_unplanned" ON "marketplace_channel_order" ("updated_at") WHERE planned_hash IS DISTINCT FROM content_hash AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_channel_order_event" ("id" text not null, "channel_order_id" text not null, "at" timestamptz not null, "source" text not null, "actor" text not null, "from_status" text null, "status" text null, "raw_status" text not null, "status_rule" text null, "import_state" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_channel_order_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_event_order" ON "marketplace_channel_order_event" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_event_deleted_at" ON "marketplace_channel_order_event" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_channel_order_line" ("id" text not null, "channel_order_id" text not null, "channel_id" text not null, "position" integer not null, "external_line_ids" text[] not null, "external_product_id" text not null, "external_sku_id" text not null, "seller_sku" text null, "title" text not null, "sku_title" text null, "image_url" text null, "quantity" integer not null, "cancelled_quantity" integer not null, "unit_price" numeric not null, "seller_discount" numeric not null, "platform_discount" numeric not null, "is_gift" boolean not null, "variant_id" text null, "raw_unit_price" jsonb not null, "raw_seller_discount" jsonb not null, "raw_platform_discount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_channel_order_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_line_order" ON "marketplace_channel_order_line" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_line_deleted_at" ON "marketplace_channel_order_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_line_sku" ON "marketplace_channel_order_line" ("channel_id", "external_sku_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_flow" ("id" text not null, "channel_id" text not null, "kind" text not null, "due_at" timestamptz not null, "leased_until" timestamptz null, "cursor" timestamptz null, "last_success_at" timestamptz null, "last_error" text null, "failures" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_flow_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_flow_deleted_at" ON "marketplace_flow" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_flow_channel" ON "marketplace_flow" ("channel_id", "kind") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_flow_due" ON "marketplace_flow" ("due_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_listing" ("id" text not null, "channel_id" text not null, "external_product_id" text not null, "external_sku_id" text not null, "seller_sku" text null, "barcode" text null, "title" text not null, "sku_title" text null, "attributes" jsonb not null, "description" text null, "price" numeric null, "currency_code" text not null, "image_url" text null, "image_urls" text[] not null, "marketplace_quantity" integer not null, "quantities" jsonb not null, "fulfilled_by" text not null, "active" boolean not null, "link_state" text not null, "variant_id" text null, "linked_by" text null, "suggestion" jsonb null, "changes" jsonb not null, "external_updated_at" timestamptz null, "seen_at" timestamptz not null, "gone_at" timestamptz null, "raw_price" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_listing_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_variant" ON "marketplace_listing" ("variant_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_deleted_at" ON "marketplace_listing" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_listing_sku" ON "marketplace_listing" ("channel_id", "external_sku_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_state" ON "marketplace_listing" ("channel_id", "link_state") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_nudge" ("id" text not null, "channel_id" text not null, "external_id" text not null, "counter" integer not null default 1, "source" text not null, "due_at" timestamptz not null, "leased_until" timestamptz null, "attempts" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_nudge_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_nudge_deleted_at" ON "marketplace_nudge" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_nudge_order" ON "marketplace_nudge" ("channel_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_nudge_due" ON "marketplace_nudge" ("due_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_parcel" ("id" text not null, "channel_id" text not null, "external_id" text not null, "status" text null, "tracking_number" text null, "carrier" text null, "order_ids" text[] not null, "ship_by" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_parcel_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_deleted_at" ON "marketplace_parcel" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_parcel_external" ON "marketplace_parcel" ("channel_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_orders" ON "marketplace_parcel" USING GIN ("order_ids") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_rate_budget" ("id" text not null, "tokens" real not null, "refilled_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_rate_budget_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_rate_budget_deleted_at" ON "marketplace_rate_budget" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_run" ("id" text not null, "kind" text not null, "status" text not null, "preview" boolean not null default false, "params" jsonb not null, "progress" jsonb not null, "counts" jsonb not null, "checkpoint" jsonb null, "error" text null, "created_by" text not null, "leased_until" timestamptz null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_deleted_at" ON "marketplace_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_created" ON "marketplace_run" ("created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_open" ON "marketplace_run" ("leased_until") WHERE status = 'running' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_run_result" ("id" text not null, "run_id" text not null, "channel_id" text null, "channel_name" text null, "external_id" text not null, "subject" text not null, "code" text not null, "params" jsonb not null, "message" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_run_result_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_run_result_deleted_at" ON "marketplace_run_result" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_run_result_item" ON "marketplace_run_result" ("run_id", "channel_id", "external_id", "subject") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_webhook_message" ("id" text not null, "provider_id" text not null, "notification_id" text not null, "type" text not null, "channel_id" text null, "body" text not null, "effect" text not null, "deliveries" integer not null default 1, "received_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_webhook_message_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_webhook_message_deleted_at" ON "marketplace_webhook_message" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_webhook_message_notification" ON "marketplace_webhook_message" ("provider_id", "notification_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_webhook_message_received" ON "marketplace_webhook_message" ("received_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_webhook_refusal" ("id" text not null, "provider_id" text not null, "reason" text not null, "hour" timestamptz not null, "count" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_webhook_refusal_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_webhook_refusal_deleted_at" ON "marketplace_webhook_refusal" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_webhook_refusal_hour" ON "marketplace_webhook_refusal" ("provider_id", "reason", "hour") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_authorization" cascade;`);

    this.addSql(`drop table if exists "marketplace_authorization_request" cascade;`);

    this.addSql(`drop table if exists "marketplace_channel" cascade;`);

    this.addSql(`drop table if exists "marketplace_channel_order" cascade;`);

    this.addSql(`drop table if exists "marketplace_channel_order_event" cascade;`);

    this.addSql(`drop table if exists "marketplace_channel_order_line" cascade;`);

    this.addSql(`drop table if exists "marketplace_flow" cascade;`);

    this.addSql(`drop table if exists "marketplace_listing" cascade;`);

    this.addSql(`drop table if exists "marketplace_nudge" cascade;`);

    this.addSql(`drop table if exists "marketplace_parcel" cascade;`);

    this.addSql(`drop table if exists "marketplace_rate_budget" cascade;`);

    this.addSql(`drop table if exists "marketplace_run" cascade;`);

    this.addSql(`drop table if exists "marketplace_run_result" cascade;`);

    this.addSql(`drop table if exists "marketplace_webhook_message" cascade;`);

    this.addSql(`drop table if exists "marketplace_webhook_refusal" cascade;`);
  }

}
