import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122013033 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_buyer_request" ("id" text not null, "channel_id" text not null, "external_id" text not null, "order_external_id" text not null, "channel_order_id" text null, "kind" text not null, "state" text not null, "raw_status" text not null, "problem" text null, "initiator" text not null, "reason" text null, "reason_text" text null, "requested_at" timestamptz not null, "external_updated_at" timestamptz not null, "respond_by" timestamptz null, "answers" text[] not null, "tracking_number" text null, "carrier" text null, "refund_amount" numeric null, "currency_code" text null, "lines" jsonb not null, "next_external_id" text null, "content_hash" text not null, "read_started_at" timestamptz not null, "received_at" timestamptz null, "medusa_return_ids" text[] not null default '{}', "raw_refund_amount" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_buyer_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_buyer_request_channel_order" ON "marketplace_buyer_request" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_buyer_request_deleted_at" ON "marketplace_buyer_request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_buyer_request_external" ON "marketplace_buyer_request" ("channel_id", "external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_buyer_request_state" ON "marketplace_buyer_request" ("state", "requested_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_buyer_request_tracking" ON "marketplace_buyer_request" ("tracking_number") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_file" ("id" text not null, "run_id" text null, "filename" text not null, "mime_type" text not null, "size" integer not null, "expires_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_file_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_file_run" ON "marketplace_file" ("run_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_file_deleted_at" ON "marketplace_file" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_file_expiry" ON "marketplace_file" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_file_part" ("id" text not null, "file_id" text not null, "position" integer not null, "content" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_file_part_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_file_part_deleted_at" ON "marketplace_file_part" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_file_part_file" ON "marketplace_file_part" ("file_id", "position") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_handover" ("id" text not null, "number" serial, "direction" text not null, "channel_id" text null, "carrier" text null, "status" text not null default 'open', "note" text null, "created_by" text not null, "closed_at" timestamptz null, "closed_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_handover_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_handover_deleted_at" ON "marketplace_handover" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_handover_status" ON "marketplace_handover" ("status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_parcel_mark" ("id" text not null, "channel_id" text not null, "channel_order_id" text not null, "parcel_external_id" text null, "kind" text not null, "at" timestamptz not null, "actor" text not null, "source" text not null, "reason" text null, "recipient_key" text null, "run_id" text null, "handover_id" text null, "undone_at" timestamptz null, "undone_by" text null, "undone_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_parcel_mark_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_mark_channel_order" ON "marketplace_parcel_mark" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_mark_handover" ON "marketplace_parcel_mark" ("handover_id") WHERE handover_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_mark_deleted_at" ON "marketplace_parcel_mark" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_pick_list" ("id" text not null, "number" serial, "order_ids" text[] not null, "status" text not null default 'open', "picked" jsonb not null, "created_by" text not null, "finished_at" timestamptz null, "finished_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_pick_list_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_pick_list_deleted_at" ON "marketplace_pick_list" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_pick_list_status" ON "marketplace_pick_list" ("status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_receipt" ("id" text not null, "channel_id" text not null, "channel_order_id" text not null, "parcel_external_id" text null, "buyer_request_id" text null, "handover_id" text null, "lines" jsonb not null, "note" text null, "photo_file_ids" text[] not null default '{}', "received_at" timestamptz not null, "received_by" text not null, "stock_state" text not null default 'due', "stock_error" text null, "medusa_return_ids" text[] not null default '{}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_receipt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_receipt_channel_order" ON "marketplace_receipt" ("channel_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_receipt_deleted_at" ON "marketplace_receipt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_receipt_due" ON "marketplace_receipt" ("channel_order_id") WHERE stock_state = 'due' AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "marketplace_scan" ("id" text not null, "station" text not null, "handover_id" text null, "channel_id" text null, "parcel_external_id" text null, "scanned" text not null, "ok" boolean not null, "code" text not null, "line_id" text null, "quantity" integer not null default 1, "condition" text null, "note" text null, "lines" jsonb null, "photo_file_ids" text[] not null default '{}', "at" timestamptz not null, "actor" text not null, "undone_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_scan_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_scan_deleted_at" ON "marketplace_scan" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_scan_parcel" ON "marketplace_scan" ("channel_id", "parcel_external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_scan_handover" ON "marketplace_scan" ("handover_id", "at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "marketplace_flow" add column if not exists "hastened_at" timestamptz null;`);
    this.addSql(`alter table if exists "marketplace_channel_order" add column if not exists "deadline_kind" text null, add column if not exists "cancel_at" timestamptz null;`);
    this.addSql(`alter table if exists "marketplace_channel_order" drop column if exists "handed_over_at", add column if not exists "deadline_at" timestamptz null, add column if not exists "host_fulfilled_at" timestamptz null, add column if not exists "host_fulfilled_by" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_host_fulfilled" ON "marketplace_channel_order" ("host_fulfilled_at") WHERE host_fulfilled_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_deadline" ON "marketplace_channel_order" ("deadline_at") WHERE deadline_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "marketplace_channel_order_line" add column if not exists "fulfilled_by" text not null default 'seller';`);

    this.addSql(`alter table if exists "marketplace_parcel" add column if not exists "state" text not null default 'to_arrange', add column if not exists "pickup_number" text null, add column if not exists "delivery_number" text null, add column if not exists "return_number" text null, add column if not exists "print_run_id" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_code" ON "marketplace_parcel" ("external_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_tracking" ON "marketplace_parcel" ("tracking_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_pickup" ON "marketplace_parcel" ("pickup_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_delivery" ON "marketplace_parcel" ("delivery_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_parcel_return" ON "marketplace_parcel" ("return_number") WHERE deleted_at IS NULL;`);

    // Orders that are stored have neither deadlines nor states of their parcels: they are planned anew.
    this.addSql(`update "marketplace_channel_order" set "planned_hash" = null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_buyer_request" cascade;`);

    this.addSql(`drop table if exists "marketplace_file" cascade;`);

    this.addSql(`drop table if exists "marketplace_file_part" cascade;`);

    this.addSql(`drop table if exists "marketplace_handover" cascade;`);

    this.addSql(`drop table if exists "marketplace_parcel_mark" cascade;`);

    this.addSql(`drop table if exists "marketplace_pick_list" cascade;`);

    this.addSql(`drop table if exists "marketplace_receipt" cascade;`);

    this.addSql(`drop table if exists "marketplace_scan" cascade;`);

    this.addSql(`alter table if exists "marketplace_flow" drop column if exists "hastened_at";`);

    this.addSql(`drop index if exists "IDX_marketplace_channel_order_deadline";`);
    this.addSql(`drop index if exists "IDX_marketplace_channel_order_host_fulfilled";`);
    this.addSql(`alter table if exists "marketplace_channel_order" drop column if exists "deadline_kind", drop column if exists "cancel_at", drop column if exists "host_fulfilled_at", drop column if exists "host_fulfilled_by";`);

    this.addSql(`alter table if exists "marketplace_channel_order" drop column if exists "deadline_at", add column if not exists "handed_over_at" timestamptz null;`);

    this.addSql(`alter table if exists "marketplace_channel_order_line" drop column if exists "fulfilled_by";`);

    this.addSql(`drop index if exists "IDX_marketplace_parcel_code";`);
    this.addSql(`drop index if exists "IDX_marketplace_parcel_tracking";`);
    this.addSql(`alter table if exists "marketplace_parcel" drop column if exists "state", drop column if exists "pickup_number", drop column if exists "delivery_number", drop column if exists "return_number", drop column if exists "print_run_id";`);
  }

}
