import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122043359 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_listing_stock" ("id" text not null, "channel_id" text not null, "listing_id" text not null, "state" text not null, "reason" jsonb null, "failures" integer not null default 0, "locked_since" timestamptz null, "behind_since" timestamptz null, "looked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_listing_stock_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_stock_deleted_at" ON "marketplace_listing_stock" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_listing_stock_listing" ON "marketplace_listing_stock" ("listing_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_stock_state" ON "marketplace_listing_stock" ("channel_id", "state") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_stock_behind" ON "marketplace_listing_stock" ("channel_id", "behind_since") WHERE behind_since IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_listing_stock_order" ON "marketplace_listing_stock" ("behind_since", "listing_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_cell" ("id" text not null, "channel_id" text not null, "listing_id" text not null, "external_sku_id" text not null, "warehouse_external_id" text not null, "stock_location_id" text null, "seen" integer null, "seen_committed" integer null, "seen_at" timestamptz null, "expected" integer null, "counted" integer not null default 0, "counted_committed" integer not null default 0, "counted_since" timestamptz null, "unseen" jsonb not null, "wanted" integer null, "explanation" jsonb null, "pushed" integer null, "pushed_at" timestamptz null, "confirmed" integer null, "confirmed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_cell_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_cell_deleted_at" ON "marketplace_stock_cell" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_stock_cell_warehouse" ON "marketplace_stock_cell" ("listing_id", "warehouse_external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_cell_drift" ON "marketplace_stock_cell" ("channel_id") WHERE seen IS DISTINCT FROM wanted AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_demand" ("id" text not null, "channel_id" text not null, "external_sku_id" text not null, "warehouse_external_id" text not null, "net" integer not null default 0, "committed" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_demand_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_demand_deleted_at" ON "marketplace_stock_demand" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_stock_demand_sku" ON "marketplace_stock_demand" ("channel_id", "external_sku_id", "warehouse_external_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_event" ("id" text not null, "channel_id" text not null, "listing_id" text not null, "warehouse_external_id" text not null, "kind" text not null, "units" integer not null, "params" jsonb not null, "actor" text null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_event_deleted_at" ON "marketplace_stock_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_event_listing" ON "marketplace_stock_event" ("listing_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_nudge" ("id" text not null, "channel_id" text not null, "listing_id" text not null, "counter" integer not null default 1, "cause" text not null, "actor" text null, "since" timestamptz not null, "due_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_nudge_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_nudge_deleted_at" ON "marketplace_stock_nudge" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_stock_nudge_listing" ON "marketplace_stock_nudge" ("listing_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_nudge_due" ON "marketplace_stock_nudge" ("channel_id", "due_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_push" ("id" text not null, "channel_id" text not null, "listing_id" text not null, "batch_id" text not null, "cause" text not null, "actor" text not null, "cells" jsonb not null, "outcome" text not null default 'pending', "error" text null, "error_code" text null, "since" timestamptz not null, "sent_at" timestamptz not null, "answered_at" timestamptz null, "confirmed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_push_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_deleted_at" ON "marketplace_stock_push" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_listing" ON "marketplace_stock_push" ("listing_id", "sent_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_batch" ON "marketplace_stock_push" ("batch_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_channel" ON "marketplace_stock_push" ("channel_id", "sent_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_push_pending" ON "marketplace_stock_push" ("channel_id", "listing_id") WHERE outcome = 'pending' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_stock_sweep" ("id" text not null, "channel_id" text not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "compared" integer not null default 0, "equal" integer not null default 0, "repaired" integer not null default 0, "explained" integer not null default 0, "unexplained" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_stock_sweep_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_sweep_deleted_at" ON "marketplace_stock_sweep" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_stock_sweep_channel" ON "marketplace_stock_sweep" ("channel_id", "started_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_process" ("id" text not null, "name" text not null, "worker_mode" text not null, "locking" text not null, "started_at" timestamptz not null, "seen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_process_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_process_deleted_at" ON "marketplace_process" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "marketplace_channel_order" add column if not exists "counted" jsonb null;`);

    this.addSql(`alter table if exists "marketplace_flow" add column if not exists "lease_id" text null;`);

    this.addSql(`alter table if exists "marketplace_listing" add column if not exists "components" jsonb null, add column if not exists "stock_rules" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_listing_stock" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_cell" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_demand" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_event" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_nudge" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_push" cascade;`);

    this.addSql(`drop table if exists "marketplace_stock_sweep" cascade;`);

    this.addSql(`drop table if exists "marketplace_process" cascade;`);

    this.addSql(`alter table if exists "marketplace_channel_order" drop column if exists "counted";`);

    this.addSql(`alter table if exists "marketplace_flow" drop column if exists "lease_id";`);

    this.addSql(`alter table if exists "marketplace_listing" drop column if exists "components", drop column if exists "stock_rules";`);
  }

}
