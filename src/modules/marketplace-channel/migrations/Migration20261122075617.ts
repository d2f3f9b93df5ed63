import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122075617 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_claim" ("id" text not null, "number" serial, "channel_id" text not null, "settlement_id" text not null, "external_order_id" text not null, "reason" text not null, "amount" numeric not null, "currency_code" text not null, "state" text not null, "deadline_at" timestamptz null, "basis" jsonb not null, "evidence" jsonb not null, "note" text null, "external_reference" text null, "created_by" text not null, "decided_at" timestamptz null, "decided_by" text null, "state_before_paid" text null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_claim_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_claim_settlement" ON "marketplace_claim" ("settlement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_claim_deleted_at" ON "marketplace_claim" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_claim_reason" ON "marketplace_claim" ("channel_id", "external_order_id", "reason") WHERE state NOT IN ('dropped', 'paid') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_claim_state" ON "marketplace_claim" ("state", "deadline_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_fee_rule" ("id" text not null, "channel_id" text not null, "kind" text not null, "name" text null, "basis" text not null, "rate_ppm" integer not null, "fixed_amount" integer not null, "most_amount" integer null, "starts_on" text null, "ends_on" text null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_fee_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_fee_rule_channel" ON "marketplace_fee_rule" ("channel_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_fee_rule_deleted_at" ON "marketplace_fee_rule" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_payout" ("id" text not null, "channel_id" text not null, "external_id" text not null, "kind" text not null, "at" timestamptz not null, "amount" numeric not null, "currency_code" text not null, "raw_status" text not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_payout_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_payout_deleted_at" ON "marketplace_payout" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_payout_external" ON "marketplace_payout" ("channel_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_payout_at" ON "marketplace_payout" ("channel_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_settlement" ("id" text not null, "channel_id" text not null, "external_order_id" text not null, "channel_order_id" text null, "state" text not null, "currency_code" text not null, "settled" jsonb not null, "expected" jsonb null, "expected_basis" text null, "difference" jsonb null, "fee_parts" jsonb not null, "findings" jsonb not null, "line_count" integer not null, "first_settled_at" timestamptz null, "last_settled_at" timestamptz null, "owed_since" timestamptz null, "confirmed_at" timestamptz null, "confirmed_by" text null, "confirmed_amounts" jsonb null, "due_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_settlement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_channel_order" ON "marketplace_settlement" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_deleted_at" ON "marketplace_settlement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_settlement_order" ON "marketplace_settlement" ("channel_id", "external_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_state" ON "marketplace_settlement" ("state", "last_settled_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_findings" ON "marketplace_settlement" USING GIN ("findings") WHERE findings <> '[]'::jsonb AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_due" ON "marketplace_settlement" ("due_at") WHERE due_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_settlement_event" ("id" text not null, "settlement_id" text not null, "kind" text not null, "params" jsonb not null, "at" timestamptz not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_settlement_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_event_deleted_at" ON "marketplace_settlement_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_settlement_event_settlement" ON "marketplace_settlement_event" ("settlement_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_statement" ("id" text not null, "channel_id" text not null, "source" text not null, "external_id" text null, "status" text not null, "filename" text null, "file_id" text null, "file_hash" text null, "run_id" text null, "mapping" jsonb null, "period_from" timestamptz null, "period_to" timestamptz null, "currency_code" text not null, "totals" jsonb not null, "stated_totals" jsonb null, "payment" text null, "payment_external_id" text null, "counts" jsonb not null, "notices" jsonb not null, "created_by" text not null, "imported_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_statement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_deleted_at" ON "marketplace_statement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_statement_file" ON "marketplace_statement" ("channel_id", "file_hash") WHERE file_hash IS NOT NULL AND status <> 'refused' AND deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_statement_external" ON "marketplace_statement" ("channel_id", "external_id") WHERE external_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_created" ON "marketplace_statement" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_statement_line" ("id" text not null, "statement_id" text not null, "channel_id" text not null, "source" text not null, "sheet" text not null, "row" integer not null, "kind" text null, "raw_kind" text null, "external_order_id" text null, "external_line_id" text null, "item_ref" text null, "quantity" integer null, "ordered_at" timestamptz null, "settled_at" timestamptz null, "currency_code" text null, "amounts" jsonb null, "fee_parts" jsonb not null, "raw" jsonb not null, "row_key" text null, "money_key" text null, "state" text null, "duplicate_of_id" text null, "refusals" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_statement_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_deleted_at" ON "marketplace_statement_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_place" ON "marketplace_statement_line" ("statement_id", "sheet", "row") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_state" ON "marketplace_statement_line" ("statement_id", "state", "row") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_order" ON "marketplace_statement_line" ("channel_id", "external_order_id") WHERE external_order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_row_key" ON "marketplace_statement_line" ("channel_id", "row_key") WHERE row_key IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_line_money_key" ON "marketplace_statement_line" ("channel_id", "money_key") WHERE money_key IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_statement_mapping" ("id" text not null, "provider_id" text not null, "headings_hash" text not null, "mapping" jsonb not null, "created_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_statement_mapping_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_statement_mapping_deleted_at" ON "marketplace_statement_mapping" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_statement_mapping_headings" ON "marketplace_statement_mapping" ("provider_id", "headings_hash") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_claim" cascade;`);

    this.addSql(`drop table if exists "marketplace_fee_rule" cascade;`);

    this.addSql(`drop table if exists "marketplace_payout" cascade;`);

    this.addSql(`drop table if exists "marketplace_settlement" cascade;`);

    this.addSql(`drop table if exists "marketplace_settlement_event" cascade;`);

    this.addSql(`drop table if exists "marketplace_statement" cascade;`);

    this.addSql(`drop table if exists "marketplace_statement_line" cascade;`);

    this.addSql(`drop table if exists "marketplace_statement_mapping" cascade;`);
  }

}
