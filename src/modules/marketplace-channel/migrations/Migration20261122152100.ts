import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122152100 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "marketplace_alarm" ("id" text not null, "key" text not null, "code" text not null, "severity" text not null, "channel_id" text null, "flow" text null, "since" timestamptz not null, "raised_at" timestamptz not null, "seen_at" timestamptz not null, "told_at" timestamptz null, "told_step" integer not null default 0, "cleared_at" timestamptz null, "params" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "marketplace_alarm_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_alarm_deleted_at" ON "marketplace_alarm" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_marketplace_alarm_open" ON "marketplace_alarm" ("key") WHERE cleared_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_alarm_cleared" ON "marketplace_alarm" ("cleared_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "marketplace_flow" add column if not exists "last_error_code" text null, add column if not exists "failing_since" timestamptz null, add column if not exists "progressed_at" timestamptz null, add column if not exists "empty_since" timestamptz null;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_channel_order_seen" ON "marketplace_channel_order" ("channel_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_marketplace_webhook_message_channel" ON "marketplace_webhook_message" ("channel_id", "received_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "marketplace_alarm" cascade;`);

    this.addSql(`alter table if exists "marketplace_flow" drop column if exists "last_error_code", drop column if exists "failing_since", drop column if exists "progressed_at", drop column if exists "empty_since";`);

    this.addSql(`drop index if exists "IDX_marketplace_channel_order_seen";`);
    this.addSql(`drop index if exists "IDX_marketplace_webhook_message_channel";`);
  }

}
